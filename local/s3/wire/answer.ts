import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished, pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { xmlDocument, type Element } from '../../xml';

/** A response to the client. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Readable;
}

/** A response whose body is an XML document in S3's namespace. */
export const xmlAnswer = (root: Element, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml', ...headers },
  body: xmlDocument(root, 'http://s3.amazonaws.com/doc/2006-03-01/'),
});

/** How much of an unread request is discarded, so that its client gets to read the response. */
const drainLimitBytes = 64 * 1024 * 1024;

/** Sends a response. A request not read to its end is drained up to the limit, then its connection is closed. */
export const sendAnswer = async (request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> => {
  const { status, headers, body } = answer;
  const isWhole = request.complete || !hasBody(request);
  response.writeHead(status, { ...headers, ...lengthOf(answer), ...(isWhole ? {} : { connection: 'close' }) });
  response.strictContentLength = true; // fewer bytes on disk than promised: break off, or the client waits for the rest
  const sent = request.method === 'HEAD' ? undefined : body;
  if (typeof sent === 'object') {
    await untilGone(request, (signal) => pipeline(sent, response, { end: false, signal }));
  }
  const text = typeof sent === 'string' ? sent : '';
  if (isWhole) return void response.end(text);
  response.flushHeaders();
  response.write(text);
  await drain(request);
  response.end(); // last, because it closes the connection: a client still sending would not read the response
};

/** Aborts work when the connection closes, which the response does not notice while pipelined ones are before it. */
const untilGone = async ({ socket }: IncomingMessage, work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  socket.once('close', leave);
  if (socket.destroyed) leave();
  try {
    await work(gone.signal);
  } finally {
    socket.off('close', leave);
  }
};

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** As a number, since older Nodes compare the header as given: https://github.com/nodejs/node/issues/57456. */
const lengthOf = ({ status, headers, body }: Answer): { 'content-length'?: number } => {
  const declared = headers['content-length'];
  if (declared !== undefined) return { 'content-length': Number(declared) };
  if (status === 204 || status === 304 || typeof body === 'object') return {};
  return { 'content-length': Buffer.byteLength(body ?? '') };
};

const drain = async (request: IncomingMessage): Promise<void> => {
  let left = drainLimitBytes;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.resume();
  await finished(request).catch(() => undefined); // the client has disconnected
};
