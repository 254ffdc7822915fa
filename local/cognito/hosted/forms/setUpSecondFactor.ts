import { verifySoftwareToken } from '../../operations/verifySoftwareToken';
import { setUpSecondFactorPage } from '../pages/setUpSecondFactor';
import { challenges } from '../../signIn/challenges/challenges';
import { underwayIn } from './answerChallenge';
import { carryOn } from './carryOn';
import { field, type Form } from './form';

/** Registers an authenticator app once it has shown the right code. */
export const setUpSecondFactor: Form = {
  page: (_, visit) => setUpSecondFactorPage(visit.frame, underwayIn(visit), undefined),
  submit: async (hosted, visit) => {
    const { session, username } = underwayIn(visit);
    const UserCode = field(visit, 'code') ?? '';
    const proven = await verifySoftwareToken.answer(hosted.services, { Session: session, UserCode });
    const next = 'Session' in proven ? String(proven.Session) : '';
    const answer = { session: next, responses: { USERNAME: username } };
    return carryOn(hosted, visit, await challenges.MFA_SETUP(hosted.services, answer));
  },
};
