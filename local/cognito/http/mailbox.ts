import type { ServerResponse } from 'node:http';
import type { Mailbox } from '../codes/mailbox';
import type { Letter } from '../store/rows';
import { answerPlainJson } from './plainJson';

/**
 * `GET /mailbox?username=<address>` answers the newest message to an address, `GET /mailbox` all of them. There is
 * no CORS header: a page in a browser must not read codes.
 */
export const answerMailbox = (
  mailbox: Pick<Mailbox, 'list' | 'latest'>,
  response: ServerResponse,
  query: URLSearchParams,
): void => {
  const address = query.get('username');
  const headers = { 'cache-control': 'no-store' };
  if (address === null) {
    return answerPlainJson(response, 200, { messages: mailbox.list().map(describe) }, headers);
  }
  const letter = mailbox.latest(address);
  return letter === undefined
    ? answerPlainJson(response, 404, { message: `No message was sent to ${address}.` }, headers)
    : answerPlainJson(response, 200, describe(letter), headers);
};

const describe = ({ code, to, subject, sentAt }: Letter) => ({
  code,
  to,
  subject,
  sentAt: new Date(sentAt).toISOString(),
});
