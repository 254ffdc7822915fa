import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Services } from '../services';
import type { Change } from '../store/collection';
import type { User } from '../store/rows';
import { tokensInAnswer } from './complete';

/** How a sign-in that lacks nothing ends: what is written of it, and what the client is answered. */
export type Conclude = (user: User) => Conclusion;

export interface Conclusion {
  readonly changes: readonly Change[];
  /** Called once the changes are on disk, with the user as they are then. */
  readonly answer: (user: User) => Promise<InitiateAuthResponse>;
}

/** The API's way: a new grant, and its tokens. */
export const concludeWithTokens =
  ({ grants, issueTokens }: Pick<Services, 'grants' | 'issueTokens'>): Conclude =>
  (user) => {
    const { grant, refreshToken, change } = grants.create(user);
    return {
      changes: [change],
      answer: async (current) => ({
        ChallengeParameters: {},
        AuthenticationResult: { ...tokensInAnswer(await issueTokens(current, grant)), RefreshToken: refreshToken },
      }),
    };
  };
