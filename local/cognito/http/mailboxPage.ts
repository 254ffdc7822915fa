import { createHash } from 'node:crypto';
import type { Letter } from '../store/rows';

/** The mailbox as an HTML page. User input is escaped, and no script may run. */
export const mailboxPage = (letters: readonly Letter[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mailbox</title>
<style>${style}</style>
</head>
<body>
<h1>Mailbox</h1>
${letters.length === 0 ? '<p>No message was sent yet.</p>' : `<ul>\n${letters.map(entry).join('\n')}\n</ul>`}
</body>
</html>
`;

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 40rem; padding: 0 1rem; }
ul { list-style: none; padding: 0; }
li { border-top: 1px solid #8884; padding: 1rem 0; overflow-wrap: anywhere; }
code { font-size: 1.5rem; user-select: all; }
small { opacity: .7; }
`;

/** Allows the page's own style and nothing else: no script, image, frame or form. */
export const mailboxPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256')
  .update(style)
  .digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const entry = ({ to, subject, code, sentAt }: Letter) => {
  const time = new Date(sentAt).toISOString();
  return `<li>${escape(subject)} for <strong>${escape(to)}</strong><br><code>${escape(code)}</code><br><small><time datetime="${time}">${time}</time></small></li>`;
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
