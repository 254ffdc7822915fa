import { connect } from 'node:net';
import process from 'node:process';
import type { Load } from './measureRate';

/** A client that costs little, so that the server is what is measured: one socket, one request at a time. */
const runConnection = ({ port, request, expected }: Load, end: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    let count = 0;
    let received = '';
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      const headEnd = received.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1]);
      if (received.length < headEnd + 4 + length) return;
      if (!received.includes(expected)) return reject(new Error(`not the right answer: ${received}`));
      received = '';
      count += 1;
      if (performance.now() < end) return socket.write(request);
      socket.destroy();
      return resolve(count);
    });
  });

const measure = async (load: Load): Promise<number> => {
  const start = performance.now();
  const end = start + load.milliseconds;
  const counts = await Promise.all(Array.from({ length: load.connections }, () => runConnection(load, end)));
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - start) / 1_000);
};

measure(JSON.parse(process.argv[1] ?? '')).then(
  (rate) => process.stdout.write(String(rate)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
