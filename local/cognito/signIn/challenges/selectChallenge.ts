import { invalidParameter } from '../../errors';
import { chooseChallenge } from '../chooseChallenge';
import { requireParameter } from '../requireParameter';
import { requireSameUser, type Challenge } from './challenge';

/** The client's choice among the available challenges. */
export const selectChallenge: Challenge = async (services, { session: sealed, responses }) => {
  const session = services.sessions.require(sealed, 'SELECT_CHALLENGE');
  requireSameUser(session, responses);
  const choice = requireParameter(responses, 'ANSWER');
  if (choice !== 'PASSWORD' && choice !== 'PASSWORD_SRP') {
    throw invalidParameter(`Selected challenge is not available: ${choice}`);
  }
  const next = await chooseChallenge(services, { login: session.login, choice, parameters: responses });
  await services.store.transact((write) => write(services.sessions.spend(session)));
  return next;
};
