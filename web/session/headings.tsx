import { strings } from '../words/strings';

const heading = (text: string) => {
  const Header = () => <h2>{text}</h2>;
  return { Header };
};

/** The headings of Amplify's forms, one level below the page's own. */
export const headings = {
  ConfirmSignUp: heading(strings.headings.confirmSignUp),
  ConfirmSignIn: heading(strings.headings.confirmSignIn),
  ForgotPassword: heading(strings.headings.forgotPassword),
  ConfirmResetPassword: heading(strings.headings.confirmResetPassword),
  ForceNewPassword: heading(strings.headings.forceNewPassword),
};
