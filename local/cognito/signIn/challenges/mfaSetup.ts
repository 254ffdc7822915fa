import { CognitoError, invalidSession } from '../../errors';
import { complete } from '../complete';
import { requireSameUser, type Challenge } from './challenge';

/** Continues a sign-in once VerifySoftwareToken has verified the new authenticator app. */
export const mfaSetup: Challenge = async (services, { session: sealed, responses }) => {
  const session = services.sessions.require(sealed, 'MFA_SETUP');
  requireSameUser(session, responses);
  const user = services.store.users.get(session.userId);
  if (user === undefined) throw invalidSession();
  // Only the session that set up this app may go on: any other would skip the second factor.
  if (!user.softwareToken?.isVerified || user.softwareToken.secret !== session.secret) {
    throw new CognitoError('SoftwareTokenMFANotFoundException', 'Software token MFA has not been set up.');
  }
  await services.store.transact((write) => write(services.sessions.spend(session)));
  return complete(services, user, session.login);
};
