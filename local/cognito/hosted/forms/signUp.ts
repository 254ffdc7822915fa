import { signUp as signUpOperation } from '../../operations/signUp';
import { confirmPage } from '../pages/confirm';
import { signUpPage } from '../pages/signUp';
import { field, type Form } from './form';

/** Creates an account. */
export const signUp: Form = {
  page: ({ services }, visit) =>
    signUpPage(visit.frame, services.settings.pool.passwordPolicy, field(visit, 'username')),
  submit: async ({ services }, visit) => {
    const username = field(visit, 'username') ?? '';
    await signUpOperation.answer(services, {
      ClientId: services.settings.clientId,
      Username: username,
      Password: visit.request.form.get('password') ?? '',
    });
    return visit.show(confirmPage(visit.frame, username));
  },
};
