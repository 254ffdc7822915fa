import { forgotPassword as forgotPasswordOperation } from '../../operations/forgotPassword';
import { forgotPasswordPage } from '../pages/forgotPassword';
import { resetPasswordPage } from '../pages/resetPassword';
import { field, type Form } from './form';

/** Requests a code with which to choose a new password. */
export const forgotPassword: Form = {
  page: (_, visit) => forgotPasswordPage(visit.frame, field(visit, 'username')),
  submit: async ({ services }, visit) => {
    const { settings } = services;
    const username = field(visit, 'username') ?? '';
    await forgotPasswordOperation.answer(services, { ClientId: settings.clientId, Username: username });
    return visit.show(resetPasswordPage(visit.frame, settings.pool.passwordPolicy, username));
  },
};
