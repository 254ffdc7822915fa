import type { ChallengeName } from '../../signIn/sessions';
import { challenges } from '../../signIn/challenges/challenges';
import type { Underway } from '../pages/secondFactor';
import type { Hosted } from '../hosted';
import type { HostedAnswer } from '../web/answer';
import { carryOn } from './carryOn';
import { field, type Visit } from './form';

/** The unfinished sign-in, from the form's hidden fields. */
export const underwayIn = (visit: Visit): Underway => ({
  session: field(visit, 'session') ?? '',
  username: field(visit, 'username') ?? '',
});

/** Answers a challenge of the form's sign-in, then continues with the next step. */
export const answerChallenge = async (
  hosted: Hosted,
  visit: Visit,
  { name, responses }: { readonly name: ChallengeName; readonly responses: Readonly<Record<string, string>> },
): Promise<HostedAnswer> => {
  const { session, username } = underwayIn(visit);
  const answer = { session, responses: { ...responses, USERNAME: username } };
  return carryOn(hosted, visit, await challenges[name](hosted.services, answer));
};
