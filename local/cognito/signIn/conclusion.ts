import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Change } from '../store/collection';
import type { User } from '../store/rows';

/** How a complete sign-in ends: the changes to store and the answer to the client. */
export type Conclude = (user: User) => Conclusion;

export interface Conclusion {
  readonly changes: readonly Change[];
  /** Called once the changes are on disk, with the user as of then. */
  readonly answer: (user: User) => Promise<InitiateAuthResponse>;
}
