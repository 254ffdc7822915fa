import { connect } from 'node:net';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import type { Load, Measured } from './measureLoad';

interface Run {
  readonly load: Load;
  readonly end: number;
  /** The next request; undefined when all have been sent. */
  readonly next: () => string | undefined;
  /** Milliseconds until each response. */
  readonly times: number[];
}

/** A cheap client, so that mostly the server is measured: one socket, one request at a time. */
const runConnection = ({ load: { port, expected }, end, next, times }: Run): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let asked = 0;
    let received = '';
    const ask = (): void => {
      const request = performance.now() < end ? next() : undefined;
      if (request === undefined) {
        socket.destroy();
        return resolve();
      }
      asked = performance.now();
      socket.write(request);
    };
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('connect', ask);
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      const headEnd = received.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1]);
      if (received.length < headEnd + 4 + length) return;
      if (!received.includes(expected)) return reject(new Error(`not the right answer: ${received}`));
      received = '';
      times.push(performance.now() - asked);
      ask();
    });
  });

const measure = async (load: Load): Promise<Measured> => {
  const start = performance.now();
  const times: number[] = [];
  const state = { at: 0 };
  const { requests, isOnce = false, connections, milliseconds } = load;
  const next = (): string | undefined => requests[isOnce ? state.at++ : state.at++ % requests.length];
  const run = { load, end: start + milliseconds, next, times };
  await Promise.all(Array.from({ length: connections }, () => runConnection(run)));
  const rate = times.length / ((performance.now() - start) / 1_000);
  times.sort((a, b) => a - b);
  const percentile = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { rate, p50: percentile(0.5), p99: percentile(0.99) };
};

text(process.stdin)
  .then((load) => measure(JSON.parse(load)))
  .then(
    (measured) => process.stdout.write(JSON.stringify(measured)),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
