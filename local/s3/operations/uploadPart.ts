import type { Expectation } from '../body/expectation';
import { readExpectation } from '../body/expectation';
import { ingest } from '../body/ingest';
import { S3Error } from '../errors';
import type { Part, Upload } from '../store/uploads';
import type { Handler, ObjectCall } from './call';
import { changeUpload, findUpload } from './findUpload';
import { invalid } from './listing';
import { uploadChecksumByDefault } from './objectChecksum';
import { checksumHeaders, quoted } from './objectHeaders';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html */
export const uploadPart: Handler<ObjectCall> = async (call) => {
  const { world, query, headers, identity } = call;
  const { blobs, uploads } = world.store;
  const partNumber = readPartNumber(query.get('partNumber') ?? '');
  const upload = findUpload(call);
  const expected = expectPart(readExpectation(headers, identity.payload), upload);
  const { blobId, size, md5, checksum } = await ingest(call.body(), expected, blobs);
  const part: Part = {
    uploadId: upload.uploadId,
    partNumber,
    blobId,
    size,
    etag: md5,
    lastModified: world.clock(),
    ...(checksum === undefined ? {} : { checksum }),
  };
  try {
    const replaced = await changeUpload(call, () => uploads.addPart(part));
    if (replaced !== undefined) await blobs.remove(replaced.blobId);
  } catch (error) {
    if (error instanceof S3Error) await blobs.remove(blobId);
    throw error;
  }
  const { 'x-amz-checksum-type': _, ...partChecksum } = checksumHeaders(checksum);
  return { status: 200, headers: { etag: quoted(md5), 'x-amz-server-side-encryption': 'AES256', ...partChecksum } };
};

const readPartNumber = (text: string): number => {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number >= 1 && number <= 10_000) return number;
  throw invalid('partNumber', text, 'Part number must be an integer between 1 and 10000, inclusive');
};

// A full-object checksum is made of the parts' own, so that where a client sends none the server computes it.
const expectPart = (expected: Expectation, { checksum }: Upload): Expectation => {
  const { algorithm, type } = checksum ?? uploadChecksumByDefault;
  const given = expected.checksum?.algorithm;
  // Where none was agreed, S3 takes what comes, and wants to be told of it at the end: see selectParts.
  if (given === algorithm || (given !== undefined && checksum === undefined)) return expected;
  if (given === undefined && type === 'FULL_OBJECT') return { ...expected, checksum: { algorithm, from: 'server' } };
  throw new S3Error('InvalidRequest', {
    message: `Checksum Type mismatch occurred, expected checksum Type: ${algorithm.toLowerCase()}, actual checksum Type: ${given?.toLowerCase() ?? 'null'}`,
  });
};
