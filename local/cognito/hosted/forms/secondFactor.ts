import { secondFactorPage } from '../pages/secondFactor';
import { answerChallenge, underwayIn } from './answerChallenge';
import { field, type Form } from './form';

/** Takes a code from the authenticator app. */
export const secondFactor: Form = {
  page: (_, visit) => secondFactorPage(visit.frame, underwayIn(visit)),
  submit: (hosted, visit) =>
    answerChallenge(hosted, visit, {
      name: 'SOFTWARE_TOKEN_MFA',
      responses: { SOFTWARE_TOKEN_MFA_CODE: field(visit, 'code') ?? '' },
    }),
};
