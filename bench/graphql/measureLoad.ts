import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { bundleScript } from '../../tools/bundle';

/** Requests sent over and over on several connections. */
export interface Load {
  readonly port: number;
  /** Whole requests, as they go over the wire. */
  readonly requests: readonly string[];
  /** If true, each request is sent once, and the load ends with the last. */
  readonly isOnce?: boolean;
  /** What every response must contain. */
  readonly expected: string;
  readonly connections: number;
  readonly milliseconds: number;
}

export interface Measured {
  /** Responses per second. */
  readonly rate: number;
  /** Milliseconds until a response: the median, and the 99th percentile below. */
  readonly p50: number;
  readonly p99: number;
}

/** Puts a load on a server from a separate process. A wrong response ends the run. */
export const measureLoad = async (load: Load): Promise<Measured> => {
  const script = await bundleScript('bench/graphql/loadClient.ts');
  const client = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  client.stdin.end(JSON.stringify(load));
  const closed = once(client, 'close');
  const answer = await text(client.stdout);
  await closed;
  if (answer === '') throw new TypeError('The load ended without a figure; see above.');
  return JSON.parse(answer);
};

/** The requests that a server is measured with. */
export type Asked = Pick<Load, 'port' | 'requests' | 'expected'>;

/** An open server with the requests to measure it with. */
export interface AskedServer extends Asked {
  readonly close: () => Promise<void>;
}

/** Microseconds of server time per response, on that many connections. */
export const costOf = async (asked: Asked, connections: number): Promise<number> =>
  1e6 / (await measureLoad({ ...asked, connections, milliseconds: 1_000 })).rate;

const maxWarmUps = 8;

/** Sends load for a second at a time until two in a row set no new record: by then V8 has compiled the hot code. */
export const warmUp = async (asked: Asked, connections: number): Promise<void> => {
  let least = Number.POSITIVE_INFINITY;
  let slower = 0;
  for (let second = 0; second < maxWarmUps && slower < 2; second += 1) {
    const cost = await costOf(asked, connections);
    slower = cost < least ? 0 : slower + 1;
    least = Math.min(least, cost);
  }
};

/** A POST of a GraphQL request, as it goes over the wire. */
export const graphqlRequest = (query: string, authorization: string, variables?: object): string =>
  postRequest('/graphql', authorization, { query, variables });

/** A POST of JSON, as it goes over the wire. */
export const postRequest = (path: string, authorization: string, content: object): string => {
  const body = JSON.stringify(content);
  return (
    `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
    `authorization: ${authorization}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
};
