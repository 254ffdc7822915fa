import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Services } from '../services';
import type { Change } from '../store/collection';
import type { User } from '../store/rows';
import { tokensInAnswer } from './complete';

/** How a complete sign-in ends: the changes to store and the answer to the client. */
export type Conclude = (user: User) => Conclusion;

export interface Conclusion {
  readonly changes: readonly Change[];
  /** Called once the changes are on disk, with the user as of then. */
  readonly answer: (user: User) => Promise<InitiateAuthResponse>;
}

/** The conclusion for the API: a new grant and its tokens. */
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
