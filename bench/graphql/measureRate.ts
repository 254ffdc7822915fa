import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { bundleScript } from '../../tools/bundle';

/** One request, over and over, on several connections. */
export interface Load {
  readonly port: number;
  /** The whole request as it goes over the wire. */
  readonly request: string;
  /** What every answer must contain. */
  readonly expected: string;
  readonly connections: number;
  readonly milliseconds: number;
}

/** Puts a load on a server from a process of its own: answers a second. A wrong answer ends the run. */
export const measureRate = async (load: Load): Promise<number> => {
  const script = await bundleScript('bench/graphql/loadClient.ts');
  const client = spawn(process.execPath, ['-e', script, JSON.stringify(load)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(client, 'close');
  const rate = Number(await text(client.stdout));
  await closed;
  if (!(rate > 0)) throw new TypeError('The load ended without a figure; see above.');
  return rate;
};

/** A POST of a GraphQL request as text. */
export const graphqlRequest = (query: string, authorization: string): string => {
  const body = JSON.stringify({ query });
  return (
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
    `authorization: ${authorization}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
};
