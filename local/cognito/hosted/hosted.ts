import type { Services } from '../services';
import { createAuthorizationCodes, type AuthorizationCodes } from './oauth/authorizationCodes';
import { createAntiForgery, type AntiForgery } from './session/antiForgery';
import { createBrowserSessions, type BrowserSessions } from './session/browserSessions';

/** Everything that the hosted pages and the OAuth endpoints work with. */
export interface Hosted {
  /** The pool's services, except that a sign-in ends with the user's id: tokens are exchanged for a code later. */
  readonly services: Services;
  readonly codes: AuthorizationCodes;
  readonly sessions: BrowserSessions;
  readonly antiForgery: AntiForgery;
}

export const createHosted = (services: Services): Hosted => ({
  services: {
    ...services,
    conclude: () => ({ changes: [], answer: async ({ id }) => ({ ChallengeParameters: { USER_ID_FOR_SRP: id } }) }),
  },
  codes: createAuthorizationCodes(services),
  sessions: createBrowserSessions(services),
  antiForgery: createAntiForgery(services.sealing),
});
