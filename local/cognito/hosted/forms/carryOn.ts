import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { associateSoftwareToken } from '../../operations/associateSoftwareToken';
import type { Hosted } from '../hosted';
import { returnWithCode } from '../oauth/returnToClient';
import { ownPasswordPage } from '../pages/ownPassword';
import { secondFactorPage } from '../pages/secondFactor';
import { setUpSecondFactorPage } from '../pages/setUpSecondFactor';
import { keepSession } from '../session/sessionCookie';
import type { HostedAnswer } from '../web/answer';
import type { Visit } from './form';

/** What follows a step of a sign-in: the page of the next challenge, or the redirect to the client with a code. */
export const carryOn = async (hosted: Hosted, visit: Visit, response: InitiateAuthResponse): Promise<HostedAnswer> => {
  const { ChallengeName: challenge, ChallengeParameters: parameters, Session: session = '' } = response;
  const username = parameters?.USER_ID_FOR_SRP ?? '';
  const { frame } = visit;
  switch (challenge) {
    case undefined:
      return finish(hosted, visit, username);
    case 'SOFTWARE_TOKEN_MFA':
      return visit.show(secondFactorPage(frame, { session, username }));
    case 'NEW_PASSWORD_REQUIRED':
      return visit.show(ownPasswordPage(frame, hosted.services.settings.pool.passwordPolicy, { session, username }));
    case 'MFA_SETUP':
      return setUp(hosted, visit, { session, username });
    default:
      throw new TypeError(`There is no page for the challenge ${challenge}.`);
  }
};

const finish = (hosted: Hosted, { request, authorization }: Visit, userId: string): Promise<HostedAnswer> => {
  const { services, sessions } = hosted;
  const user = services.store.users.get(userId);
  if (user === undefined) throw new TypeError('Who signed in is gone.');
  const cookie = keepSession(request, sessions.open(user));
  return returnWithCode(hosted, { request: authorization, userId, signedInAt: services.clock() }, [cookie]);
};

const setUp = async (
  { services }: Hosted,
  visit: Visit,
  { session, username }: { readonly session: string; readonly username: string },
): Promise<HostedAnswer> => {
  const answer = await associateSoftwareToken.answer(services, { Session: session });
  const secret = 'SecretCode' in answer ? String(answer.SecretCode) : undefined;
  const next = 'Session' in answer ? String(answer.Session) : '';
  return visit.show(setUpSecondFactorPage(visit.frame, { session: next, username }, secret));
};
