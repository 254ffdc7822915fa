import { button, codeField } from './fields';
import { form, hidden, link, type Frame } from './frame';
import { html, type Html } from './html';
import { layout } from './layout';

/** An unfinished sign-in, which its forms carry in hidden fields. */
export interface Underway {
  readonly session: string;
  readonly username: string;
}

/** The hidden fields of an unfinished sign-in. */
export const underwayFields = ({ session, username }: Underway): Html =>
  html`${hidden('session', session)}${hidden('username', username)}`;

/** Asks for a code from the authenticator app. */
export const secondFactorPage = (frame: Frame, underway: Underway): Html =>
  layout({
    title: 'Enter your code',
    lead: 'Open your authenticator app and enter the code that it shows.',
    message: frame.message,
    content: html`${form(frame, '/mfa', html`${underwayFields(underway)}${codeField()}${button('Continue')}`)}
      <nav>${link(frame, '/login', 'Start again')}</nav>`,
  });
