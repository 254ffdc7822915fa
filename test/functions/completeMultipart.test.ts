import { randomUUID } from 'node:crypto';
import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { completeMultipart } from '../../functions/proveUpload/completeMultipart';
import type { Credentials } from '../../functions/shared/credentials';
import { storageOpener } from '../../functions/shared/storage';
import { listen } from '../../local/http/listen';
import { place } from '../../local/place';
import { useTwin } from './useTwin';

const errorOf = (status: number, code: string) => ({ status, body: `<Error><Code>${code}</Code></Error>` });
const conflict = errorOf(409, 'ConditionalRequestConflict');
const gone = errorOf(404, 'NoSuchUpload');
const parts = {
  status: 200,
  body: '<ListPartsResult><Part><PartNumber>1</PartNumber><Size>5</Size><ETag>"e"</ETag></Part></ListPartsResult>',
};
const completed = { status: 200, body: '<CompleteMultipartUploadResult><Key>k</Key></CompleteMultipartUploadResult>' };

/** Completes an upload of one part against a storage that gives these responses one after another. */
const complete = async (...answers: { status: number; body: string }[]) => {
  const asked: string[] = [];
  const { port, close } = await listen(
    ({ method = '' }, outgoing) => {
      asked.push(method);
      const { status, body } = answers.shift() ?? errorOf(500, 'NobodyExpectedThat');
      outgoing.writeHead(status, { 'content-type': 'application/xml' }).end(body);
    },
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(close);
  const storage = openStorage(`http://127.0.0.1:${port}`, { accessKeyId: 'key', secretAccessKey: 'secret' });
  return { asked, outcome: completeMultipart(storage, uploadOf('k', 'u')) };
};

const uploadOf = (key: string, uploadId: string) => ({ key, uploadId, size: 5, partSize: 5, checksumCrc64Nvme: null });

const openStorage = (endpoint: string, credentials: Credentials) => {
  process.env['AWS_REGION'] ??= place.region;
  process.env['AWS_ENDPOINT_URL_S3'] = endpoint;
  onTestFinished(() => void delete process.env['AWS_ENDPOINT_URL_S3']);
  return storageOpener({ BUCKET_NAME: place.bucketName })(credentials);
};

const twin = useTwin();

/** Begins an upload in the twin's storage and sends its one part. */
const beginUpload = async () => {
  const { developer, endpoints } = twin.twin();
  const storage = openStorage(endpoints.s3, developer);
  const common = { Bucket: place.bucketName, Key: randomUUID() };
  const { UploadId = '' } = await storage.client.send(
    new CreateMultipartUploadCommand({ ...common, ChecksumAlgorithm: 'CRC64NVME', ChecksumType: 'FULL_OBJECT' }),
  );
  const part = { ...common, UploadId, PartNumber: 1, ChecksumAlgorithm: 'CRC64NVME' as const };
  const send = (Body: string) => storage.client.send(new UploadPartCommand({ ...part, Body }));
  await send('bytes');
  return { storage, common, UploadId, send };
};

/** Completes such an upload while its part is sent again, with these bytes, each time it was listed. */
const completeWhileSending = async (...again: readonly string[]) => {
  const { storage, common, UploadId, send } = await beginUpload();
  const bodies = again.values();
  const listParts: typeof storage.listParts = async (key, uploadId) => {
    const listed = await storage.listParts(key, uploadId);
    const { value, done } = bodies.next();
    if (!done) await send(value);
    return listed;
  };
  return {
    outcome: completeMultipart({ ...storage, listParts }, uploadOf(common.Key, UploadId), [1]),
    stored: async () => (await storage.client.send(new GetObjectCommand(common))).Body?.transformToString(),
  };
};

describe('completeMultipart', () => {
  it('takes the upload that another call was completing at the same moment for completed', async () => {
    const { asked, outcome } = await complete(parts, conflict, gone);

    expect(await outcome).toBeNull();
    expect(asked).toEqual(['GET', 'POST', 'GET']);
  });

  it('completes it after all when the other call did not', async () => {
    const { asked, outcome } = await complete(parts, conflict, parts, completed);

    expect(await outcome).toBeNull();
    expect(asked).toEqual(['GET', 'POST', 'GET', 'POST']);
  });

  it('takes a part as it was sent last, also when that was after the parts had been listed', async () => {
    const { outcome, stored } = await completeWhileSending('again');

    expect(await outcome).toBeNull();
    expect(await stored()).toBe('again');
  });

  it('refuses when the key was written and deleted since the upload began', async () => {
    const { storage, common, UploadId } = await beginUpload();
    await storage.client.send(new PutObjectCommand({ ...common, Body: 'other' }));
    await storage.client.send(new DeleteObjectCommand(common));

    const outcome = completeMultipart(storage, uploadOf(common.Key, UploadId), [1]);

    expect(await outcome).toMatchObject({ proven: false, code: 'OBJECT_MISSING' });
  });

  it('refuses while a part is sent again and again', async () => {
    const { outcome } = await completeWhileSending('again', 'still');

    expect(await outcome).toMatchObject({ proven: false, code: 'OBJECT_MISSING' });
  });
});
