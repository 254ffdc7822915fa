import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll } from 'vitest';
import { bucket } from '../../config/bucket';
import { environment } from '../../config/environment';
import { systemClock } from '../../local/clock';
import { listen } from '../../local/http/listen';
import { openFunctions, type LocalFunctions } from '../../local/lambda/openFunctions';
import { functionDescriptions } from '../../local/assembly/parts';
import { place } from '../../local/place';
import { createPrincipals, developer } from '../../local/assembly/principals';
import { loadProject } from '../../local/project';
import { openS3 } from '../../local/s3/openS3';
import { openSecrets } from '../../local/assembly/secrets';
import { createListener as createSts } from '../../local/sts/http/createListener';
import { bundleScript } from '../../tools/bundle';

export interface Storage {
  readonly invoke: LocalFunctions['invoke'];
  /** Puts an object with full access, bypassing tickets. */
  readonly put: (key: string, body: string, contentType: string) => Promise<void>;
  readonly origin: () => string;
}

export const urlLifetimeSeconds = Number(environment.URL_LIFETIME_SECONDS);

/** The deployed bundles of the functions, each with its own role, against the twin's S3 and STS. */
export const useStorage = (): Storage => {
  const setup: { functions?: LocalFunctions; client?: S3Client; origin: string; close: () => Promise<void> } = {
    origin: '',
    close: async () => undefined,
  };

  beforeAll(async () => {
    const directory = await mkdtemp(join(tmpdir(), 'myfiles-functions-'));
    const secrets = await openSecrets();
    const project = await loadProject();
    const { principals, roles, know } = createPrincipals();
    know(project.wiring, secrets);
    const { accessKeyId, secretAccessKey } = developer(secrets);
    const storage = await openS3({
      directory,
      region: place.region,
      buckets: [{ ...bucket, name: place.bucketName, cors: { ...bucket.cors, allowedOrigins: [] } }],
      principals,
      clock: systemClock,
    });
    const server = await listen(storage.listener, { host: '127.0.0.1', port: 0 });
    const s3 = `http://127.0.0.1:${server.port}`;
    const stsListener = createSts({ principals, roles, clock: systemClock, log: () => undefined });
    const stsServer = await listen(stsListener, { host: '127.0.0.1', port: 0 });
    const sts = `http://127.0.0.1:${stsServer.port}`;
    const functions = openFunctions({
      functions: functionDescriptions(project, { secrets, addresses: () => ({ s3, sts, dynamodb: '', graphql: '' }) }),
      script: await bundleScript('local/lambda/worker.ts'),
      clock: systemClock,
      log: () => undefined,
      concurrency: 2,
    });
    setup.functions = functions;
    setup.origin = s3;
    setup.client = new S3Client({
      endpoint: s3,
      region: place.region,
      credentials: { accessKeyId, secretAccessKey },
      forcePathStyle: true,
    });
    setup.close = async () => {
      await functions.close();
      await stsServer.close();
      await server.close();
      await storage.close();
      await rm(directory, { recursive: true });
    };
  });
  afterAll(() => setup.close());

  return {
    invoke: async (name, payload) => {
      if (!setup.functions) throw new Error('The storage has not been opened.');
      return setup.functions.invoke(name, payload);
    },
    put: async (Key, Body, ContentType) => {
      await setup.client?.send(
        new PutObjectCommand({ Bucket: place.bucketName, Key, Body, ContentType, ChecksumAlgorithm: 'SHA256' }),
      );
    },
    origin: () => setup.origin,
  };
};
