import type { PasswordPolicy } from '../../descriptions';
import { button, codeField, emailField, newPasswordField } from './fields';
import { form, hidden, link, type Frame } from './frame';
import { html, type Html } from './html';
import { layout } from './layout';

/** Asks for the code that was sent and a new password. */
export const resetPasswordPage = (frame: Frame, policy: PasswordPolicy, username?: string): Html =>
  layout({
    title: 'Choose a new password',
    lead:
      username === undefined
        ? 'Enter the code that was sent to you.'
        : `If ${username} has an account, a code was sent there. Enter it with a new password.`,
    message: frame.message,
    content: html`${form(
        frame,
        '/confirmForgotPassword',
        html`${username === undefined ? emailField(undefined) : hidden('username', username)}${codeField()}${newPasswordField(policy)}${button('Change password')}`,
      )}
      <nav>${link(frame, '/forgotPassword', 'Send another code')} ${link(frame, '/login', 'Back to sign in')}</nav>`,
  });
