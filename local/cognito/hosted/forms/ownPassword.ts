import { ownPasswordPage } from '../pages/ownPassword';
import { answerChallenge, underwayIn } from './answerChallenge';
import type { Form } from './form';

/** Replaces the temporary password that an administrator set by one of the user's own. */
export const ownPassword: Form = {
  page: ({ services }, visit) => ownPasswordPage(visit.frame, services.settings.pool.passwordPolicy, underwayIn(visit)),
  submit: (hosted, visit) =>
    answerChallenge(hosted, visit, {
      name: 'NEW_PASSWORD_REQUIRED',
      responses: { NEW_PASSWORD: visit.request.form.get('password') ?? '' },
    }),
};
