import { readExpectation, type Expectation } from '../body/expectation';
import { ingest } from '../body/ingest';
import { S3Error } from '../errors';
import type { Upload } from '../store/uploads';
import type { Handler, ObjectCall } from './call';
import { commitPart, readPartNumber } from './commitPart';
import { findUpload } from './findUpload';
import { uploadChecksumByDefault } from './objectChecksum';
import { checksumHeaders, quoted } from './objectHeaders';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html */
export const uploadPart: Handler<ObjectCall> = async (call) => {
  const { world, headers, identity } = call;
  const partNumber = readPartNumber(call);
  const expected = expectPart(readExpectation(headers, identity.payload), findUpload(call));
  const bytes = await ingest(call.body(), expected, world.store.blobs);
  const part = await commitPart(call, partNumber, bytes);
  const { 'x-amz-checksum-type': _, ...partChecksum } = checksumHeaders(bytes.checksum);
  return {
    status: 200,
    headers: { etag: quoted(part.etag), 'x-amz-server-side-encryption': 'AES256', ...partChecksum },
  };
};

/**
 * What is expected of a part. A full-object checksum is combined from those of the parts, so the server computes any
 * that the client omits. If the upload names no algorithm, a part may come with any, but S3 keeps only its own.
 */
const expectPart = (expected: Expectation, { checksum }: Upload): Expectation => {
  const { algorithm, type } = checksum ?? uploadChecksumByDefault;
  const given = expected.checksum?.algorithm;
  if (given === algorithm) return expected;
  if (given !== undefined && checksum === undefined) return { ...expected, ownAlgorithm: algorithm };
  if (given === undefined && type === 'FULL_OBJECT') return { ...expected, checksum: { algorithm, from: 'server' } };
  throw new S3Error('InvalidRequest', {
    message: `Checksum Type mismatch occurred, expected checksum Type: ${algorithm.toLowerCase()}, actual checksum Type: ${given?.toLowerCase() ?? 'null'}`,
  });
};
