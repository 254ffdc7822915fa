import { confirmForgotPassword } from '../../operations/confirmForgotPassword';
import { loginPage } from '../pages/login';
import { resetPasswordPage } from '../pages/resetPassword';
import { field, telling, type Form } from './form';

/** Sets a new password by means of the code that was sent. */
export const resetPassword: Form = {
  page: ({ services }, visit) =>
    resetPasswordPage(visit.frame, services.settings.pool.passwordPolicy, field(visit, 'username')),
  submit: async ({ services }, visit) => {
    const username = field(visit, 'username') ?? '';
    await confirmForgotPassword.answer(services, {
      ClientId: services.settings.clientId,
      Username: username,
      ConfirmationCode: field(visit, 'code') ?? '',
      Password: visit.request.form.get('password') ?? '',
    });
    return visit.show(
      loginPage(telling(visit, 'notice', 'Your password is changed. You can sign in.').frame, username),
    );
  },
};
