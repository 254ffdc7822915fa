/**
 * Measures one large PUT to S3 against a floor in the same run: plain HTTP to a file with the same hashing and fsync.
 * Run by hand: `npx tsx test/local/s3/measurePut.ts [MiB]`.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { listen } from '../../../local/http/listen';
import { openS3 } from '../../../local/s3/server';
import { bucket, owner } from './fixtures';
import { presigned } from './sendRequest';

const chunk = Buffer.alloc(1024 * 1024, 7);

const floor =
  (directory: string): RequestListener =>
  (incoming, response) => {
    const md5 = createHash('md5');
    let crc = 0;
    async function* hashed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const piece of chunks) {
        md5.update(piece);
        crc = crc32(piece, crc);
        yield piece;
      }
    }
    const file = createWriteStream(join(directory, 'floor'), { flush: true });
    pipeline(incoming, hashed, file).then(
      () => response.end(`${md5.digest('hex')} ${crc}`),
      () => response.destroy(),
    );
  };

const twin = async (directory: string): Promise<RequestListener> => {
  const principals = new Map([[owner.accessKeyId, owner]]);
  const options = { directory, region: 'eu-central-1', buckets: [bucket], principals, clock: () => Date.now() };
  return (await openS3(options)).listener;
};

/** The process that is measured: prints its port, and for each line it reads its greatest memory so far. */
const serve = async (kind: string, directory: string): Promise<void> => {
  const { port } = await listen(kind === 'twin' ? await twin(directory) : floor(directory), {
    port: 0,
    host: '127.0.0.1',
  });
  process.stdout.write(`${port}\n`);
  createInterface(process.stdin).on('line', () => process.stdout.write(`${process.resourceUsage().maxRSS / 1024}\n`));
};

const put = (
  port: number,
  path: string,
  mebibytes: number,
  headers: Record<string, string>,
): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method: 'PUT', path, headers, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    outgoing.on('error', reject);
    let left = mebibytes;
    const fill = (): void => {
      while (left > 0) {
        left -= 1;
        if (!outgoing.write(chunk)) return void outgoing.once('drain', fill);
      }
      outgoing.end();
    };
    fill();
  });

const checksum = (mebibytes: number): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(Array.from({ length: mebibytes }).reduce<number>((crc) => crc32(chunk, crc), 0));
  return bytes.toString('base64');
};

const measure = async (kind: string, mebibytes: number): Promise<number> => {
  const directory = await mkdtemp('/var/tmp/twin-s3-');
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), 'serve', kind, directory]);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const port = Number((await lines.next()).value);
  const length = { 'content-length': String(mebibytes * chunk.length) };
  const headers = kind === 'twin' ? { ...length, 'x-amz-checksum-crc32': checksum(mebibytes) } : length;
  const path = kind === 'twin' ? await presigned(port, { method: 'PUT', path: '/bytes/big', headers }) : '/';
  child.stdin.write('\n');
  const idle = Number((await lines.next()).value);

  const start = performance.now();
  const status = await put(port, path, mebibytes, headers);
  const rate = mebibytes / ((performance.now() - start) / 1000);
  child.stdin.write('\n');
  const peak = Number((await lines.next()).value);
  console.log(`${kind}: ${status}, ${rate.toFixed(0)} MiB/s, memory ${idle.toFixed(0)} -> ${peak.toFixed(0)} MiB`);

  child.kill();
  await once(child, 'exit');
  await rm(directory, { recursive: true });
  return rate;
};

const [mode, kind = '', directory = ''] = process.argv.slice(2);
if (mode === 'serve') {
  await serve(kind, directory);
} else {
  for (let round = 1; round <= 3; round += 1) {
    const least = await measure('floor', Number(mode ?? 1024));
    const ours = await measure('twin', Number(mode ?? 1024));
    console.log(`round ${round}: ${(ours / least).toFixed(2)} of the floor`);
  }
}
