/** Someone who may sign requests. */
export interface Principal {
  readonly secretAccessKey: string;
  /** Set for temporary credentials: each request must carry it. */
  readonly sessionToken?: string;
  /** By what name a refusal calls them. */
  readonly arn?: string;
  /** Whether they may take an action (`s3:GetObject`) on what has an ARN, as their policies say; absent: any. */
  readonly allows?: (action: string, resource: string) => boolean;
  /** Told of what they want, before it is allowed or refused. */
  readonly onWant?: (want: Want) => void;
}

/** Who may sign requests, by access key id. */
export type Principals = ReadonlyMap<string, Principal>;

/** What IAM is asked of a request. */
export interface Want {
  readonly action: string;
  /** An ARN, or `*` for actions that have no resource to name. */
  readonly resource: string;
}

/** The first of several wants that a principal may not have. */
export const refusedOf = (principal: Principal, wants: readonly Want[]): Want | undefined => {
  wants.forEach((want) => principal.onWant?.(want));
  return wants.find((want) => !isGranted(principal, want));
};

/** Whether a principal holds a grant that nobody calls for, but that changes an answer. It counts as used where it does. */
export const holds = (principal: Principal, want: Want): boolean => {
  const isHeld = isGranted(principal, want);
  if (isHeld) principal.onWant?.(want);
  return isHeld;
};

const isGranted = ({ allows }: Principal, { action, resource }: Want): boolean => allows?.(action, resource) ?? true;

/** What AWS says of it. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export const refusalMessage = ({ arn }: Principal, { action, resource }: Want): string =>
  `User: ${arn ?? 'anonymous'} is not authorized to perform: ${action} on resource: ${resource} because no ` +
  `identity-based policy allows the ${action} action`;
