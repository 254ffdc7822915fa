import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter, userNotFound } from '../errors';
import type { Services } from '../services';
import { createServerKeys, isValidClientKey } from '../srp/exchange';
import { parseHexadecimal } from '../srp/numbers';
import { findUser } from '../users/findUser';
import { srpFaceOf } from './srpFace';

export type BeginSrpServices = Pick<Services, 'settings' | 'store' | 'sealing' | 'sessions' | 'lockout'>;

/**
 * SRP's first round: salt and `B` of the user, or of a simulated one where the client hides which users exist.
 * The state travels in SECRET_BLOCK, because clients send no Session with their proof.
 */
export const beginSrp = (services: BeginSrpServices, login: string, srpA: string): InitiateAuthResponse => {
  const clientKey = parseHexadecimal(srpA);
  if (clientKey === undefined || !isValidClientKey(clientKey)) throw invalidParameter('SRP_A is not valid.');
  services.lockout.check(login);
  const user = findUser(services.store, login);
  if (user === undefined && !services.settings.client.preventUserExistenceErrors) throw userNotFound();

  const { userId, salt, verifier } = srpFaceOf(services.sealing, login, user);
  const { privateKey, publicKey } = createServerKeys(verifier);
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: salt,
      SECRET_BLOCK: services.sessions.open({
        challenge: 'PASSWORD_VERIFIER',
        login,
        userId,
        clientKey: clientKey.toString(16),
        privateKey: privateKey.toString(16),
      }),
      SRP_B: publicKey.toString(16),
      USERNAME: userId,
      USER_ID_FOR_SRP: userId,
    },
  };
};
