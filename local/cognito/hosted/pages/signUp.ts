import type { PasswordPolicy } from '../../descriptions';
import { button, emailField, newPasswordField } from './fields';
import { form, link, type Frame } from './frame';
import { html, type Html } from './html';
import { layout } from './layout';

/** Asks for the address and password of a new account. */
export const signUpPage = (frame: Frame, policy: PasswordPolicy, username?: string): Html =>
  layout({
    title: 'Create an account',
    message: frame.message,
    content: html`${form(frame, '/signup', html`${emailField(username)}${newPasswordField(policy)}${button('Create account')}`)}
      <nav>${link(frame, '/login', 'Sign in instead')}</nav>`,
  });
