import { button, emailField } from './fields';
import { form, link, type Frame } from './frame';
import { html, type Html } from './html';
import { layout } from './layout';

/** Asks for the address of an account whose password was forgotten. */
export const forgotPasswordPage = (frame: Frame, username?: string): Html =>
  layout({
    title: 'Forgot your password?',
    lead: 'A code will be sent to your e-mail address. With it you can choose a new password.',
    message: frame.message,
    content: html`${form(frame, '/forgotPassword', html`${emailField(username)}${button('Send the code')}`)}
      <nav>${link(frame, '/login', 'Back to sign in')}</nav>`,
  });
