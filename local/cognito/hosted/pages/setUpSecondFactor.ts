import { button, codeField } from './fields';
import { form, link, type Frame } from './frame';
import { html, type Html } from './html';
import { layout } from './layout';
import { underwayFields, type Underway } from './secondFactor';

/** Shows the key for a required authenticator app (once, when it is new) and asks for the app's code. */
export const setUpSecondFactorPage = (frame: Frame, underway: Underway, secret: string | undefined): Html =>
  layout({
    title: 'Set up your authenticator app',
    lead:
      secret === undefined
        ? 'Enter the code that your authenticator app shows for the key you added. To see the key again, start again.'
        : 'Add this key to your authenticator app, then enter the code that it shows.',
    message: frame.message,
    content: html`${secret === undefined ? undefined : html`<code>${secret}</code>`}
      ${form(frame, '/mfaSetup', html`${underwayFields(underway)}${codeField()}${button('Continue')}`)}
      <nav>${link(frame, '/login', 'Start again')}</nav>`,
  });
