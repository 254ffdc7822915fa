import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import { listen } from '../../../local/http/listen';
import type { S3Options } from '../../../local/s3/options';
import { openS3 } from '../../../local/s3/openS3';
import { bucket, owner, plainBucket, principals } from './fixtures';

/** A temporary folder that is removed when the test ends. */
export const temporaryDirectory = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'twin-s3-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
};

/** S3 on a free port over a folder of its own, stopped when the test ends. */
export const startS3 = async (options: Partial<S3Options> = {}) => {
  const directory = options.directory ?? (await temporaryDirectory());
  const lines: string[] = [];
  const s3 = await openS3({
    directory,
    region: 'eu-central-1',
    buckets: [bucket, plainBucket],
    principals,
    clock: () => Date.now(),
    log: (line) => lines.push(line),
    ...options,
  });
  const listening = await listen(s3.listener, { port: 0, host: '127.0.0.1' });
  const stop = async (): Promise<void> => {
    listening.server.closeAllConnections();
    await listening.close();
    await s3.close();
  };
  onTestFinished(stop);
  const origin = `http://127.0.0.1:${listening.port}`;
  const countConnections = () => promisify(listening.server.getConnections.bind(listening.server))();
  return { origin, port: listening.port, directory, lines, stop, countConnections, client: clientOf(origin) };
};

const clientOf =
  (endpoint: string) =>
  (config: S3ClientConfig = {}) => {
    const client = new S3Client({
      endpoint,
      region: 'eu-central-1',
      forcePathStyle: true,
      credentials: owner,
      maxAttempts: 1,
      ...config,
    });
    onTestFinished(() => client.destroy());
    return client;
  };
