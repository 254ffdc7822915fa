import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

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
  const client = fork(fileURLToPath(new URL('./loadClient.ts', import.meta.url)), [JSON.stringify(load)]);
  const exit = once(client, 'exit');
  const rate = new Promise<unknown>((resolve) => client.once('message', resolve));
  const outcome = await Promise.race([rate, exit.then(() => undefined)]);
  if (typeof outcome !== 'number') throw new Error('The load ended without a figure; see above.');
  await exit;
  return outcome;
};

/** A POST of a GraphQL request as text. */
export const graphqlRequest = (query: string, authorization: string): string => {
  const body = JSON.stringify({ query });
  return (
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
    `authorization: ${authorization}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
};
