import { html, type Html } from './html';
import { layout } from './layout';

/** Something is wrong that no form can mend; `back` leads to where a new try can begin. */
export const problemPage = (text: string, back?: string): Html =>
  layout({
    title: 'This did not work',
    message: { kind: 'problem', text },
    content: back === undefined ? html`` : html`<nav><a href="${back}">Try again</a></nav>`,
  });
