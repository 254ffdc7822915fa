/** A caller that can sign requests. */
export interface Principal {
  readonly secretAccessKey: string;
  /** Temporary credentials only: each request must carry it. */
  readonly sessionToken?: string;
  /** When temporary credentials expire, in milliseconds since 1970; absent: never. */
  readonly endsAt?: number;
  /** The name in error messages. */
  readonly arn?: string;
  /** Whether the policies allow an action; absent: they allow everything. */
  readonly allows?: (want: Want) => boolean;
  /** Called with each want before it is allowed or refused. */
  readonly onWant?: (want: Want) => void;
}

/** Principals by access key id. A session is recognized by its token alone, since sessions are not stored. */
export interface Principals {
  readonly get: (accessKeyId: string, sessionToken?: string) => Principal | undefined;
}

/** One thing a request needs IAM to allow. */
export interface Want {
  /** `s3:GetObject` */
  readonly action: string;
  /** An ARN, or `*` for actions without a resource. */
  readonly resource: string;
  /** The values a policy's conditions can test, by condition key: `s3:prefix`. */
  readonly context?: Readonly<Record<string, string>>;
}

/** The first want that the principal is not allowed; undefined if all are. Reports every want to `onWant`. */
export const refusedOf = (principal: Principal, wants: readonly Want[]): Want | undefined => {
  wants.forEach((want) => principal.onWant?.(want));
  return wants.find((want) => !isGranted(principal, want));
};

/** Whether a principal holds a grant that no call requires but that changes a response; calls `onWant` only if so. */
export const holds = (principal: Principal, want: Want): boolean => {
  const isHeld = isGranted(principal, want);
  if (isHeld) principal.onWant?.(want);
  return isHeld;
};

const isGranted = ({ allows }: Principal, want: Want): boolean => allows?.(want) ?? true;

/** The message of AWS. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export const refusalMessage = ({ arn }: Principal, { action, resource }: Want): string =>
  `User: ${arn ?? 'anonymous'} is not authorized to perform: ${action} on resource: ${resource} because no ` +
  `identity-based policy allows the ${action} action`;
