import { button, codeField, emailField } from './fields';
import { form, hidden, link, type Frame } from './frame';
import { html, type Html } from './html';
import { layout } from './layout';

/** Asks for the code that was sent to an address. */
export const confirmPage = (frame: Frame, username?: string): Html =>
  layout({
    title: 'Confirm your address',
    lead:
      username === undefined ? 'Enter the code that was sent to you.' : `Enter the code that was sent to ${username}.`,
    message: frame.message,
    content: html`${form(
        frame,
        '/confirm',
        html`${username === undefined ? emailField(undefined) : hidden('username', username)}${codeField()}${button('Confirm')}`,
      )}
      ${username === undefined ? undefined : resend(frame, username)}
      <nav>${link(frame, '/login', 'Back to sign in')}</nav>`,
  });

const resend = (frame: Frame, username: string) =>
  form(
    frame,
    '/confirm',
    html`${hidden('username', username)}${hidden('action', 'resend')}
      <button type="submit" class="second">Send a new code</button>`,
  );
