import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { bucket } from '../../config/bucket';
import { systemClock } from '../../local/clock';
import type { Principal } from '../../local/signatures/principal';
import { listen } from '../../local/http/listen';
import { createCrc64Nvme } from '../../local/s3/body/crc64Nvme';
import { openS3 } from '../../local/s3/openS3';
import { credentials, place } from './place';

/**
 * A byte server in a process of its own: the twin's S3, or the floor, which is plain HTTP to and from a file with the
 * same hashing and fsync. It sends its port, and in reply to any message its peak memory so far.
 */
const [kind, directory = ''] = process.argv.slice(2);

const floor: RequestListener = (incoming, response) => {
  const path = join(directory, 'floor');
  if (incoming.method === 'GET') {
    pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), response).catch(() => response.destroy());
    return;
  }
  const md5 = createHash('md5');
  const crc = createCrc64Nvme();
  async function* hashed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      md5.update(chunk);
      crc.update(chunk);
      yield chunk;
    }
  }
  const file = createWriteStream(path, { flush: true, highWaterMark: 1024 * 1024 });
  pipeline(incoming, hashed, file).then(
    () => response.end(`${md5.digest('hex')} ${crc.digest().toString('base64')}`),
    () => response.destroy(),
  );
};

const twin = async (): Promise<RequestListener> => {
  const s3 = await openS3({
    directory,
    region: place.region,
    buckets: [{ ...bucket, name: place.bucket, cors: { ...bucket.cors, allowedOrigins: [] } }],
    principals: new Map<string, Principal>([[credentials.accessKeyId, credentials]]),
    clock: systemClock,
    log: (line) => console.error(line),
  });
  return s3.listener;
};

// VmHWM on Linux, since a forked process inherits maxRSS from its parent.
const peakMebibytes = (): number => {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
};

const serve = async (): Promise<void> => {
  const { port } = await listen(kind === 'floor' ? floor : await twin(), { port: 0, host: '127.0.0.1' });
  process.on('message', () => process.send?.(peakMebibytes()));
  process.on('disconnect', () => process.exit());
  process.send?.(port);
};

void serve();
