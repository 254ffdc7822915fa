import { ownPasswordPage } from '../pages/ownPassword';
import { answerChallenge, underwayIn } from './answerChallenge';
import type { Form } from './form';

/** Choose a password of one's own, instead of the one an administrator gave. */
export const ownPassword: Form = {
  page: ({ services }, visit) => ownPasswordPage(visit.frame, services.settings.pool.passwordPolicy, underwayIn(visit)),
  submit: (hosted, visit) =>
    answerChallenge(hosted, visit, {
      name: 'NEW_PASSWORD_REQUIRED',
      responses: { NEW_PASSWORD: visit.request.form.get('password') ?? '' },
    }),
};
