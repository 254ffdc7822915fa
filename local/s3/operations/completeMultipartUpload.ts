import { createHash } from 'node:crypto';
import { readDocument } from '../body/readDocument';
import { algorithms, checksumHeader } from '../body/checksums';
import { checksumMismatch } from '../body/meter';
import { S3Error } from '../errors';
import type { Part, Upload } from '../store/uploads';
import type { Version } from '../store/version';
import { xmlAnswer } from '../wire/answer';
import type { Headers } from '../wire/headers';
import { objectUrl } from '../wire/objectUrl';
import { element } from '../../xml';
import type { Handler, ObjectCall } from './call';
import { readWriteCondition } from './conditions';
import { findUpload, lockOf } from './findUpload';
import { checksumElements, quoted, versionHeaders } from './objectHeaders';
import { objectChecksum, uploadChecksumByDefault } from './objectChecksum';
import { readParts, selectParts, type ListedPart } from './selectParts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html */
export const completeMultipartUpload: Handler<ObjectCall> = async (call) => {
  const { bucket, key, headers, identity, body } = call;
  if (findCompleted(call) === undefined) findUpload(call);
  const ownHeaders = new Map([...headers].filter(([name]) => !isObjectChecksum(name)));
  const document = await readDocument({
    headers: ownHeaders,
    payload: identity.payload,
    body: body(),
    root: 'CompleteMultipartUpload',
  });
  const version = await completeOnce(call, readParts(document));
  return xmlAnswer(
    element('CompleteMultipartUploadResult', [
      element('Location', objectUrl(headers.get('host') ?? '', bucket.name, key)),
      element('Bucket', bucket.name),
      element('Key', key),
      element('ETag', quoted(version.etag)),
      ...checksumElements(version.checksum),
    ]),
    { ...versionHeaders(version), 'x-amz-server-side-encryption': 'AES256' },
  );
};

// Here a checksum header is about the object, not about the document in the body.
const isObjectChecksum = (name: string): boolean => algorithms.some((algorithm) => checksumHeader(algorithm) === name);

// A client that lost the response retries: S3 repeats it for a while, the twin for as long as the version exists.
const completeOnce = (call: ObjectCall, listed: readonly ListedPart[]): Promise<Version> => {
  const { store, emit } = call.world;
  return store.exclusively(lockOf(call), async () => {
    const completed = findCompleted(call);
    if (completed?.etag === etagOf(listed)) return completed;
    const upload = findUpload(call);
    const version = await complete(call, upload, selectParts(upload, store.uploads.parts(upload.uploadId), listed));
    emit('ObjectCreated:CompleteMultipartUpload', version);
    return version;
  });
};

const findCompleted = ({ world, bucket, key, query }: ObjectCall): Version | undefined =>
  world.store
    .catalog(bucket.name)
    .versions(key)
    .find(({ uploadId }) => uploadId !== undefined && uploadId === query.get('uploadId'));

const complete = async ({ world, headers }: ObjectCall, upload: Upload, parts: readonly Part[]): Promise<Version> => {
  const { store } = world;
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const checksum = await objectChecksum(upload, parts);
  checkType(headers, upload);
  checkPromises(headers, size, checksum);
  const version = await store.put(
    {
      bucket: upload.bucket,
      key: upload.key,
      size,
      etag: etagOf(parts),
      pieces: parts.map((part) => ({
        blobId: part.blobId,
        size: part.size,
        ...(checksum?.type === 'COMPOSITE' && part.checksum && { checksum: part.checksum.value }),
      })),
      headers: upload.headers,
      tags: upload.tags,
      uploadId: upload.uploadId,
      ...(checksum === undefined ? {} : { checksum }),
    },
    readWriteCondition(headers, upload.key),
  );
  const unused = store.uploads.parts(upload.uploadId).filter((part) => !parts.includes(part));
  await store.uploads.end(upload.uploadId);
  for (const { blobId } of unused) await store.blobs.remove(blobId);
  return version;
};

const etagOf = (parts: readonly Pick<Part, 'etag'>[]): string => {
  const hash = parts.reduce((md5, { etag }) => md5.update(Buffer.from(etag, 'hex')), createHash('md5'));
  return `${hash.digest('hex')}-${parts.length}`;
};

// BadDigest is the error that the page above names.
const checkType = (headers: Headers, { checksum = uploadChecksumByDefault }: Upload): void => {
  const promised = headers.get('x-amz-checksum-type');
  if (promised === undefined || promised.toUpperCase() === checksum.type) return;
  throw new S3Error('BadDigest', {
    message: `The upload was created using the ${checksum.type} checksum mode. The complete request must use the same checksum mode.`,
  });
};

const checkPromises = (headers: Headers, size: number, checksum: Version['checksum']): void => {
  const promisedSize = headers.get('x-amz-mp-object-size');
  if (promisedSize !== undefined && promisedSize !== String(size)) {
    throw new S3Error('InvalidRequest', {
      message: `The provided 'x-amz-mp-object-size' header value ${promisedSize} does not match what was computed: ${size}`,
    });
  }
  for (const algorithm of algorithms) {
    const promised = headers.get(checksumHeader(algorithm));
    if (promised === undefined) continue;
    if (checksum?.algorithm !== algorithm) {
      throw new S3Error('InvalidRequest', { message: `The upload was not created with the ${algorithm} checksum.` });
    }
    if (promised.replace(/-\d+$/, '') !== checksum.value.replace(/-\d+$/, '')) throw checksumMismatch(algorithm);
  }
};
