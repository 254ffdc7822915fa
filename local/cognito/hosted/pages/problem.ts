import { html, type Html } from './html';
import { layout } from './layout';

/** An error that no form can correct; `back` links to where the person can try again. */
export const problemPage = (text: string, back?: string): Html =>
  layout({
    title: 'This did not work',
    message: { kind: 'problem', text },
    content: back === undefined ? html`` : html`<nav><a href="${back}">Try again</a></nav>`,
  });
