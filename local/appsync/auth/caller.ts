/** AppSync's authorization modes. The twin serves user pools, IAM and API keys. */
export type AuthMode = 'AMAZON_COGNITO_USER_POOLS' | 'AWS_IAM' | 'API_KEY' | 'OPENID_CONNECT' | 'AWS_LAMBDA';

/** An authenticated caller: what the access directives need to know, and the `ctx.identity` that resolvers see. */
export interface Caller {
  readonly mode: AuthMode;
  readonly groups: readonly string[];
  /** `ctx.identity` as JSON. */
  readonly identity: (sourceIp: string) => string;
  /** When the credentials expire, in milliseconds since 1970; absent if they do not. */
  readonly expiresAt?: number;
  /** Whether the caller may select a root field, given as `Mutation.publish`; absent if all are allowed. */
  readonly allows?: (coordinate: string) => boolean;
}
