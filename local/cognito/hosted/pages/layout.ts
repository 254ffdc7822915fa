import { html, type Html } from './html';
import { stylesheetPath } from './stylesheet';

/** A message shown above a page's content. */
export interface Message {
  readonly kind: 'problem' | 'notice';
  readonly text: string;
}

export interface Layout {
  readonly title: string;
  readonly lead?: string;
  readonly message?: Message;
  readonly content: Html;
}

/** A whole page. It loads nothing from other origins and runs no script. */
export const layout = ({ title, lead, message, content }: Layout): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${stylesheetPath}" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${lead === undefined ? undefined : html`<p class="lead">${lead}</p>`}
          ${message === undefined ? undefined : html`<p class="${message.kind}" role="${roles[message.kind]}">${message.text}</p>`}
          ${content}
          <footer>A local user pool. What it would e-mail is in its <a href="/mailbox">mailbox</a>.</footer>
        </main>
      </body>
    </html> `;

const roles = { problem: 'alert', notice: 'status' } as const;
