import { incorrectLogin, invalidParameter, userNotConfirmed } from '../../errors';
import { createServerKeys, isProven } from '../../srp/exchange';
import { parseHexadecimal } from '../../srp/numbers';
import { proceed } from '../proceed';
import { requireParameter } from '../requireParameter';
import { srpFaceOf } from '../srpFace';
import { requireSameUser, type Challenge } from './challenge';

/**
 * SRP's second round: the client proves that it knows the password. Each first round allows one attempt. An unconfirmed
 * user is refused as such even if the proof is wrong, as in `requirePassword`.
 */
export const passwordVerifier: Challenge = async (services, { responses }) => {
  const secretBlock = requireParameter(responses, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const signature = requireParameter(responses, 'PASSWORD_CLAIM_SIGNATURE');
  const timestamp = requireParameter(responses, 'TIMESTAMP');
  if (!timestampForm.test(timestamp)) {
    throw invalidParameter('TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.');
  }
  const session = services.sessions.require(secretBlock, 'PASSWORD_VERIFIER');
  requireSameUser(session, responses);
  services.lockout.check(session.login);
  await services.store.transact((write) => write(services.sessions.spend(session)));

  const user = services.store.users.get(session.userId);
  if (user?.status === 'UNCONFIRMED') throw userNotConfirmed();
  const { userId, verifier } = srpFaceOf(services.sealing, session.login, user);
  const proven = isProven({
    identity: { poolName: services.settings.poolName, userId },
    verifier,
    server: createServerKeys(verifier, parseHexadecimal(session.privateKey ?? '') ?? 0n),
    clientKey: parseHexadecimal(session.clientKey ?? '') ?? 0n,
    secretBlock: Buffer.from(secretBlock, 'base64'),
    timestamp,
    signature: Buffer.from(signature, 'base64'),
  });
  if (!proven || user === undefined) {
    await services.lockout.recordFailure(session.login);
    throw incorrectLogin();
  }
  return proceed(services, user, session.login);
};

/** `Sun Nov 2 06:37:01 UTC 2026`: the day is not padded. */
const timestampForm =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2} \d{2}:\d{2}:\d{2} \S{1,32} \d{4}$/;
