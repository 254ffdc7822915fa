import { button, emailField, passwordField } from './fields';
import { form, link, type Frame } from './frame';
import { html, type Html } from './html';
import { layout } from './layout';

/** Asks for address and password. */
export const loginPage = (frame: Frame, username?: string): Html =>
  layout({
    title: 'Sign in',
    message: frame.message,
    content: html`${form(frame, '/login', html`${emailField(username)}${passwordField()}${button('Sign in')}`)}
      <nav>
        ${link(frame, '/signup', 'Create an account')} ${link(frame, '/forgotPassword', 'Forgot your password?')}
      </nav>`,
  });
