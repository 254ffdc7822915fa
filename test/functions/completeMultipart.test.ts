import { describe, expect, it, onTestFinished } from 'vitest';
import { completeMultipart } from '../../functions/proveUpload/completeMultipart';
import { storageOpener } from '../../functions/shared/storage';
import { listen } from '../../local/http/listen';

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
  process.env['AWS_REGION'] ??= 'eu-west-1';
  process.env['AWS_ENDPOINT_URL_S3'] = `http://127.0.0.1:${port}`;
  onTestFinished(() => void delete process.env['AWS_ENDPOINT_URL_S3']);
  const storage = storageOpener({ BUCKET_NAME: 'bytes' })({ accessKeyId: 'key', secretAccessKey: 'secret' });
  const upload = { key: 'k', uploadId: 'u', size: 5, partSize: 5, checksumCrc64Nvme: null };
  return { asked, outcome: completeMultipart(storage, upload) };
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
});
