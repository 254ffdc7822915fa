import { authorise } from '../auth/authorise';
import type { Algorithm } from '../body/checksums';
import { ingest, type Ingested } from '../body/ingest';
import { invalidArgument, S3Error } from '../errors';
import type { Blobs } from '../store/blobs';
import type { Version } from '../store/version';
import { parseTarget } from '../wire/target';
import type { ObjectCall } from './call';
import { checkSource } from './conditions';
import { expectOwner } from './expectOwner';
import { findVersion } from './findVersion';
import type { Range } from './range';

const maxCopyBytes = 5 * 1024 ** 3;

/** What `x-amz-copy-source` names. */
export interface Source {
  readonly version: Version;
  /** Whether by its version id, for which other permissions are needed. */
  readonly isPinned: boolean;
}

/** The source of a copy; S3Error unless the caller may read it and its conditions hold. */
export const findSource = (call: ObjectCall): Source => {
  const text = call.headers.get('x-amz-copy-source') ?? '';
  const { bucket, key, query } = parseTarget(text.startsWith('/') ? text : `/${text}`, '');
  const found = call.world.buckets.get(bucket ?? '');
  if (key === undefined) {
    // S3's oddity: the value is the header's name.
    throw invalidArgument('x-amz-copy-source', 'x-amz-copy-source', 'Invalid copy source object key');
  }
  if (found === undefined) throw new S3Error('NoSuchBucket', { details: { BucketName: bucket ?? '' } });
  expectOwner(call.headers, 'x-amz-source-expected-bucket-owner');
  const pins = new Map(query);
  const isPinned = pins.has('versionId');
  authorise(call.identity.principal, isPinned ? 's3:GetObjectVersion' : 's3:GetObject', `${found.name}/${key}`);
  refuseDeleteMarker(call.world.store.find(found.name, key, pins.get('versionId') ?? ''));
  const version = findVersion({ ...call, bucket: found, key, query: pins });
  checkSource(version, call.headers, call.world.clock());
  return { version, isPinned };
};

/**
 * A read of a delete marker is MethodNotAllowed instead.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html
 */
const refuseDeleteMarker = (pinned: Version | undefined): void => {
  if (pinned?.isDeleteMarker !== true) return;
  throw new S3Error('InvalidRequest', {
    message: 'The source of a copy request may not specifically refer to a delete marker by version id.',
  });
};

interface Copied {
  readonly source: Version;
  readonly range: Range;
  readonly algorithm: Algorithm;
}

/** Copies a byte range of a version, of at most 5 GiB; the copy gets a checksum of its own. */
export const copyBytes = ({ source, range: { start, end }, algorithm }: Copied, blobs: Blobs): Promise<Ingested> => {
  const size = end - start + 1;
  if (size > maxCopyBytes) {
    throw new S3Error('InvalidRequest', {
      message: `The specified copy source is larger than the maximum allowable size for a copy source: ${maxCopyBytes}`,
    });
  }
  const chunks = blobs.read(source.pieces, start, end);
  return ingest({ chunks, trailers: new Map() }, { size, checksum: { algorithm, from: 'server' } }, blobs);
};

/** The response headers of a copy that describe its source. */
export const sourceHeaders = ({ versionId }: Version): Record<string, string> =>
  versionId === 'null' ? {} : { 'x-amz-copy-source-version-id': versionId };
