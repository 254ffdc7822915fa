import { strings } from '../words/strings';

const email = { label: strings.email, placeholder: '', autocomplete: 'username' };
const newPassword = { label: strings.newPassword, placeholder: '' };
const again = { label: strings.passwordAgain, placeholder: '' };
const code = { label: strings.code, placeholder: '' };

/** The texts of Amplify's forms: the labels name the fields, so there are no placeholders. */
export const formFields = {
  signIn: { username: email, password: { label: strings.password, placeholder: '' } },
  signUp: { email, password: newPassword, confirm_password: again },
  confirmSignUp: { confirmation_code: code },
  forgotPassword: { username: email },
  confirmResetPassword: { confirmation_code: code, password: newPassword, confirm_password: again },
  confirmSignIn: { confirmation_code: code },
  forceNewPassword: { password: newPassword, confirm_password: again },
};
