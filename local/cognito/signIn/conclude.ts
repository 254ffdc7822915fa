import type { Services } from '../services';
import { tokensInAnswer } from '../tokens/tokensInAnswer';
import type { Conclude } from './conclusion';

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
