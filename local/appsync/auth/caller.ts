/** How a caller may prove who they are, in AppSync's words. The twin serves user pools, IAM and keys. */
export type AuthMode = 'AMAZON_COGNITO_USER_POOLS' | 'AWS_IAM' | 'API_KEY' | 'OPENID_CONNECT' | 'AWS_LAMBDA';

/** Who calls: what the directives ask for, and the `ctx.identity` that resolvers see. */
export interface Caller {
  readonly mode: AuthMode;
  readonly groups: readonly string[];
  /** JSON text. */
  readonly identity: (sourceIp: string) => string;
  /** When their proof ends, in milliseconds since 1970; absent: not by itself. */
  readonly expiresAt?: number;
  /** Whether they may ask for a field of the root types, `Mutation.publish`; absent: for all of them. */
  readonly allows?: (coordinate: string) => boolean;
}
