import { CognitoError } from '../../errors';
import { proceed } from '../../signIn/proceed';
import { requirePassword } from '../../signIn/requirePassword';
import { confirmPage } from '../pages/confirm';
import { forgotPasswordPage } from '../pages/forgotPassword';
import { loginPage } from '../pages/login';
import type { HostedAnswer } from '../web/answer';
import { carryOn } from './carryOn';
import { field, telling, type Form, type Visit } from './form';

/** Signs in with address and password. */
export const login: Form = {
  page: (_, visit) => loginPage(visit.frame, field(visit, 'username') ?? visit.authorization.loginHint),
  submit: async (hosted, visit) => {
    const username = field(visit, 'username') ?? '';
    const password = visit.request.form.get('password') ?? '';
    try {
      const user = await requirePassword(hosted.services, username, password);
      return await carryOn(hosted, visit, await proceed(hosted.services, user, username));
    } catch (error) {
      const answer = error instanceof CognitoError ? detour(error, visit, username) : undefined;
      if (answer === undefined) throw error;
      return answer;
    }
  },
};

/** The page for an account that must first be confirmed or have its password reset. */
const detour = ({ name }: CognitoError, visit: Visit, username: string): HostedAnswer | undefined => {
  if (name === 'UserNotConfirmedException') {
    return visit.show(confirmPage(telling(visit, 'notice', 'Confirm your address first.').frame, username));
  }
  if (name === 'PasswordResetRequiredException') {
    return visit.show(forgotPasswordPage(telling(visit, 'notice', 'You must choose a new password.').frame, username));
  }
  return undefined;
};
