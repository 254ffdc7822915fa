/** Someone who may sign requests. */
export interface Principal {
  readonly secretAccessKey: string;
  /** Set for temporary credentials: each request must carry it. */
  readonly sessionToken?: string;
  /** By what name a refusal calls them. */
  readonly arn?: string;
  /**
   * Whether they may take an action (`s3:GetObject`) on what has an ARN, as their policies say; absent: whatever it is.
   */
  readonly allows?: (action: string, resource: string) => boolean;
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
export const refusedOf = ({ allows }: Principal, wants: readonly Want[]): Want | undefined =>
  allows && wants.find(({ action, resource }) => !allows(action, resource));

/** What AWS says of it. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export const refusalMessage = ({ arn }: Principal, { action, resource }: Want): string =>
  `User: ${arn ?? 'anonymous'} is not authorized to perform: ${action} on resource: ${resource} because no ` +
  `identity-based policy allows the ${action} action`;
