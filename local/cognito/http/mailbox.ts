import type { IncomingMessage, ServerResponse } from 'node:http';
import { isOwnName, ownNameOnly } from '../../http/isOwnName';
import type { Mailbox } from '../codes/mailbox';
import type { Letter } from '../store/rows';
import { mailboxPage, mailboxPolicy } from './mailboxPage';
import { answerPlainJson } from './plainJson';

/**
 * `GET /mailbox?username=<address>` answers the newest message to an address, `GET /mailbox` all messages; a browser
 * gets an HTML page. There is no CORS header, and a foreign `host` is refused: pages of other origins must not read
 * the codes.
 */
export const answerMailbox = (
  mailbox: Pick<Mailbox, 'list' | 'latest'>,
  request: IncomingMessage,
  response: ServerResponse,
): void => {
  if (!isOwnName(request.headers.host)) {
    return answerPlainJson(response, { message: ownNameOnly }, { status: 403, headers: unkept });
  }
  const address = new URLSearchParams((request.url ?? '').split('?')[1] ?? '').get('username');
  const newest = address === null ? undefined : mailbox.latest(address);
  if (/\btext\/html\b/.test(request.headers.accept ?? '')) {
    return answerPage(response, address === null ? mailbox.list() : newest === undefined ? [] : [newest]);
  }
  if (address === null)
    return answerPlainJson(response, { messages: mailbox.list().map(describe) }, { headers: unkept });
  return newest === undefined
    ? answerPlainJson(response, { message: `No message was sent to ${address}.` }, { status: 404, headers: unkept })
    : answerPlainJson(response, describe(newest), { headers: unkept });
};

const unkept = { 'cache-control': 'no-store' };

const answerPage = (response: ServerResponse, letters: readonly Letter[]) => {
  const page = mailboxPage(letters);
  response.writeHead(200, {
    ...unkept,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(page),
    'content-security-policy': mailboxPolicy,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(page);
};

const describe = ({ code, to, subject, sentAt }: Letter) => ({
  code,
  to,
  subject,
  sentAt: new Date(sentAt).toISOString(),
});
