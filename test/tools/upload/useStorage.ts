import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCompany } from '../../../tools/upload/company';
import { createLanes } from '../../../tools/upload/lanes';
import { openLocalFile } from '../../../tools/upload/localFile';
import type { FilesApi } from '../../../tools/upload/filesApi';
import type { Sending } from '../../../tools/upload/putFresh';
import { createRetry } from '../../../tools/upload/retry';

export interface Received {
  readonly url: string;
  readonly contentLength: string | undefined;
  readonly body: string;
}

export const expired = {
  status: 403,
  body: '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>',
};
export const busy = { status: 503, body: '<Error><Code>SlowDown</Code></Error>' };
const stored = { status: 200, body: '' };
/** Closes the connection without a response. */
export const hangUp = { status: 0, body: '' };

const unasked = async (): Promise<never> => {
  throw new Error('The API was asked.');
};

/** A storage that gives these responses to PUTs one after another, then 200, and a file of ten bytes to send to it. */
export const useStorage = async (answers: readonly { readonly status: number; readonly body: string }[]) => {
  const received: Received[] = [];
  const turns = [...answers];
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { url = '', headers } = request;
    received.push({ url, contentLength: headers['content-length'], body: Buffer.concat(chunks).toString() });
    const { status, body } = turns.shift() ?? stored;
    if (status === 0) request.socket.destroy();
    else response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-storage-'));
  const path = join(folder, 'digits.txt');
  await writeFile(path, '0123456789');
  const api: FilesApi = { askTicket: unasked, askPartUrls: unasked, askProgress: unasked, save: unasked };
  const sending: Sending = {
    api,
    retry: createRetry(() => 0),
    lanes: createLanes(2),
    parallel: 2,
    company: createCompany(),
    signal: new AbortController().signal,
    now: () => 0,
  };
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    path,
    file: await openLocalFile(path),
    sending,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
};
