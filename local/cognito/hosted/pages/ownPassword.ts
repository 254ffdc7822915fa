import type { PasswordPolicy } from '../../descriptions';
import { button, newPasswordField } from './fields';
import { form, link, type Frame } from './frame';
import { html, type Html } from './html';
import { layout } from './layout';
import { underwayFields, type Underway } from './secondFactor';

/** Asks for a password to replace the temporary one that an administrator set. */
export const ownPasswordPage = (frame: Frame, policy: PasswordPolicy, underway: Underway): Html =>
  layout({
    title: 'Choose your password',
    lead: 'You signed in with a temporary password. Choose one that only you know.',
    message: frame.message,
    content: html`${form(
        frame,
        '/newPassword',
        html`${underwayFields(underway)}${newPasswordField(policy)}${button('Continue')}`,
      )}
      <nav>${link(frame, '/login', 'Start again')}</nav>`,
  });
