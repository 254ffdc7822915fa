import { createHash } from 'node:crypto';
import { readDocument } from '../body/readDocument';
import { algorithms, checksumHeader, type Algorithm } from '../body/checksums';
import { checksumMismatch } from '../body/meter';
import { S3Error } from '../errors';
import type { Part, Upload } from '../store/uploads';
import type { Checksum, Version } from '../store/version';
import { xmlAnswer } from '../wire/answer';
import type { Headers } from '../wire/headers';
import { objectUrl } from '../wire/objectUrl';
import { element } from '../../xml';
import type { Handler, ObjectCall } from './call';
import { readCompletionCondition } from './conditions';
import { findUpload, lockOf } from './findUpload';
import { checksumElements, quoted, versionHeaders } from './objectHeaders';
import { objectChecksum, uploadChecksumByDefault } from './objectChecksum';
import { readParts, selectParts, type ListedPart } from './selectParts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html */
export const completeMultipartUpload: Handler<ObjectCall> = async (call) => {
  const { bucket, key, headers, identity, body } = call;
  if (findCompleted(call) === undefined) findUpload(call);
  if (headers.get('content-length') === '0') {
    throw new S3Error('InvalidRequest', { message: 'You must specify at least one part' });
  }
  const ownHeaders = new Map([...headers].filter(([name]) => !isObjectChecksum(name)));
  const document = await readDocument({
    headers: ownHeaders,
    payload: identity.payload,
    body: body(),
    root: 'CompleteMultipartUpload',
  });
  const version = await completeOnce(call, readParts(document, call.query.get('uploadId') ?? ''));
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
  checkSize(headers, size);
  checkChecksum(headers, upload, checksum);
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
    readCompletionCondition(headers, upload),
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

// S3's own word for an upload without an algorithm is null.
const checkType = (headers: Headers, { checksum }: Upload): void => {
  const promised = headers.get('x-amz-checksum-type');
  if (promised === undefined || promised.toUpperCase() === checksum?.type) return;
  throw new S3Error('InvalidRequest', {
    message: `The upload was created using the ${checksum?.type ?? 'null'} checksum mode. The complete request must use the same checksum mode.`,
  });
};

const checkSize = (headers: Headers, size: number): void => {
  const promised = headers.get('x-amz-mp-object-size');
  if (promised === undefined || promised === String(size)) return;
  throw new S3Error('InvalidRequest', {
    message: `The provided 'x-amz-mp-object-size' header value ${promised} does not match what was computed: ${size}`,
  });
};

/** A promised checksum must be the upload's kind: S3 takes it for a composite one unless the request says FULL_OBJECT. */
const checkChecksum = (headers: Headers, upload: Upload, checksum: Version['checksum']): void => {
  const promised = algorithms.filter((algorithm) => headers.has(checksumHeader(algorithm)));
  const { algorithm, type } = upload.checksum ?? uploadChecksumByDefault;
  const isOfType = upload.checksum?.type !== 'FULL_OBJECT' || headers.has('x-amz-checksum-type');
  const isKept = (name: Algorithm): boolean =>
    isOfType && name === algorithm && bare(headers.get(checksumHeader(name)), type) === bare(checksum?.value, type);
  if (!promised.every(isKept)) throw checksumMismatch(algorithm.toLowerCase());
};

// A composite checksum may come with or without its number of parts.
const bare = (value: string | undefined, type: Checksum['type']): string | undefined =>
  type === 'COMPOSITE' ? value?.replace(/-\d+$/, '') : value;
