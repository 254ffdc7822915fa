/** What an access key stands for: a secret alone may do everything. */
export type IamPrincipal = string | LimitedPrincipal;

export interface LimitedPrincipal {
  readonly secret: string;
  /** Of temporary credentials: must come with each request. */
  readonly sessionToken?: string;
  /**
   * The fields of the root types that it may ask for, `Mutation.publish`; absent: all of them. It is what
   * `appsync:GraphQL` on `…/types/Mutation/fields/publish` grants:
   * https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
   */
  readonly fields?: readonly string[];
  /** Told of each of those fields that it asks for, before it is allowed or refused. */
  readonly onField?: ((coordinate: string) => void) | undefined;
}

/** A principal in its long form. */
export const limitsOf = (principal: IamPrincipal): LimitedPrincipal =>
  typeof principal === 'string' ? { secret: principal } : principal;
