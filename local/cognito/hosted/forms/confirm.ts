import { confirmSignUp } from '../../operations/confirmSignUp';
import { resendConfirmationCode } from '../../operations/resendConfirmationCode';
import { confirmPage } from '../pages/confirm';
import { loginPage } from '../pages/login';
import { field, telling, type Form } from './form';

/** Confirms an address, or sends another code to it. */
export const confirm: Form = {
  page: (_, visit) => confirmPage(visit.frame, field(visit, 'username')),
  submit: async ({ services }, visit) => {
    const username = field(visit, 'username') ?? '';
    const target = { ClientId: services.settings.clientId, Username: username };
    if (field(visit, 'action') === 'resend') {
      await resendConfirmationCode.answer(services, target);
      return visit.show(confirmPage(telling(visit, 'notice', 'A new code was sent.').frame, username));
    }
    await confirmSignUp.answer(services, { ...target, ConfirmationCode: field(visit, 'code') ?? '' });
    return visit.show(
      loginPage(telling(visit, 'notice', 'Your address is confirmed. You can sign in.').frame, username),
    );
  },
};
