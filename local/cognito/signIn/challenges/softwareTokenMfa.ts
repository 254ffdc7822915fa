import { codeMismatch, expiredCode, invalidSession } from '../../errors';
import { findStep } from '../../totp/totp';
import { complete } from '../complete';
import { requireParameter } from '../requireParameter';
import { requireSameUser, type Challenge } from './challenge';

/**
 * A code from the user's authenticator app. After a wrong code the session allows another; each wrong code counts
 * towards the lock-out. A code that was used before is no guess and does not count.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html
 */
export const softwareTokenMfa: Challenge = async (services, { session: sealed, responses }) => {
  const { store, sessions, lockout, clock } = services;
  const session = sessions.require(sealed, 'SOFTWARE_TOKEN_MFA');
  requireSameUser(session, responses);
  const code = requireParameter(responses, 'SOFTWARE_TOKEN_MFA_CODE');
  lockout.check(session.login);

  const user = await store.transact((write) => {
    const found = store.users.get(session.userId);
    const token = found?.softwareToken;
    if (found === undefined || token === undefined) throw invalidSession();
    const now = clock();
    const step = findStep(token.secret, code, { now, after: token.lastStep });
    if (step === undefined) {
      // A right code whose time step, or a later one, was already used.
      const isSpent = findStep(token.secret, code, { now, after: 0 }) !== undefined;
      if (isSpent) throw expiredCode('Your software token has already been used once.');
      return undefined;
    }
    write(sessions.spend(session), store.users.put({ ...found, softwareToken: { ...token, lastStep: step } }));
    return found;
  });
  if (user === undefined) {
    await lockout.recordFailure(session.login);
    throw codeMismatch('Invalid code received for user');
  }
  return complete(services, user, session.login);
};
