/** Someone who may sign requests. */
export interface Principal {
  readonly secretAccessKey: string;
  /** Set for temporary credentials: each request must carry it. */
  readonly sessionToken?: string;
  /** Milliseconds since 1970; of temporary credentials that end. */
  readonly endsAt?: number;
  /** By what name a refusal calls them. */
  readonly arn?: string;
  /** Whether they may have what is wanted, as their policies say; absent: anything. */
  readonly allows?: (want: Want) => boolean;
  /** Told of what they want, before it is allowed or refused. */
  readonly onWant?: (want: Want) => void;
}

/** Who may sign requests, by access key id. A session is known by its token: nothing else is kept of it. */
export interface Principals {
  readonly get: (accessKeyId: string, sessionToken?: string) => Principal | undefined;
}

/** What IAM is asked of a request. */
export interface Want {
  /** `s3:GetObject` */
  readonly action: string;
  /** An ARN, or `*` for actions that have no resource to name. */
  readonly resource: string;
  /** What a policy's conditions may ask about, by the name of the key: `s3:prefix`. */
  readonly context?: Readonly<Record<string, string>>;
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

const isGranted = ({ allows }: Principal, want: Want): boolean => allows?.(want) ?? true;

/** What AWS says of it. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export const refusalMessage = ({ arn }: Principal, { action, resource }: Want): string =>
  `User: ${arn ?? 'anonymous'} is not authorized to perform: ${action} on resource: ${resource} because no ` +
  `identity-based policy allows the ${action} action`;
