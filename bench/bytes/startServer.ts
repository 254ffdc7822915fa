import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createUrlSigner } from '../../functions/shared/urlSigner';
import { bundleScript } from '../../tools/bundle';
import { buildDirectory } from '../../tools/paths';
import { credentials, place } from './place';

export interface ByteServer {
  /** A presigned URL for one PUT of that many bytes, like a ticket's. */
  readonly putUrl: (bytes: number) => Promise<string>;
  readonly getUrl: () => Promise<string>;
  readonly peakMebibytes: () => Promise<number>;
  /** Ends the process and removes what it stored. */
  readonly close: () => Promise<void>;
}

/** Starts a byte server, bundled, in a process and a folder of its own. */
export const startServer = async (kind: 'floor' | 'twin'): Promise<ByteServer> => {
  const script = join(buildDirectory, 'bench', 'server.js');
  await mkdir(join(buildDirectory, 'bench'), { recursive: true });
  await writeFile(join(buildDirectory, 'bench', 'package.json'), '{ "type": "commonjs" }\n');
  await writeFile(script, await bundleScript('bench/bytes/server.ts'));
  // Not in the temporary directory, which may be in memory.
  const directory = await mkdtemp(join(buildDirectory, 'bench', 'bytes-'));
  const child = fork(script, [kind, directory], { execArgv: [] });
  const origin = `http://127.0.0.1:${await numberFrom(child)}`;
  const sign = createUrlSigner(environment(origin), Date.now)(credentials);
  return {
    putUrl: async (bytes) =>
      (await sign({ method: 'PUT', key: 'bytes', headers: { 'content-length': String(bytes) } })).url,
    getUrl: async () => (await sign({ method: 'GET', key: 'bytes' })).url,
    peakMebibytes: () => {
      child.send('memory');
      return numberFrom(child);
    },
    close: async () => {
      child.disconnect();
      await once(child, 'exit');
      await rm(directory, { recursive: true, force: true });
    },
  };
};

const environment = (origin: string) => ({
  BUCKET_NAME: place.bucket,
  AWS_REGION: place.region,
  AWS_ENDPOINT_URL_S3: origin,
  URL_LIFETIME_SECONDS: '300',
});

const numberFrom = async (child: ChildProcess): Promise<number> => {
  const [message]: unknown[] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('The server ended; see above.');
    }),
  ]);
  return Number(message);
};
