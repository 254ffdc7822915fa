import { authorise } from '../auth/authorise';
import { algorithmOf } from '../body/checksums';
import { checksumByDefault } from '../body/expectation';
import { ingest } from '../body/ingest';
import { S3Error } from '../errors';
import type { Version } from '../store/version';
import { xmlAnswer } from '../wire/answer';
import { parseTarget } from '../wire/target';
import { element } from '../../xml';
import type { Handler, ObjectCall } from './call';
import { commitBytes } from './commitBytes';
import { evaluateRead, readWriteCondition } from './conditions';
import { expectOwner } from './expectOwner';
import { findVersion } from './findVersion';
import { checksumElements, quoted, readObjectHeaders, readTaggingHeader, versionHeaders } from './objectHeaders';

const maxCopyBytes = 5 * 1024 ** 3;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export const copyObject: Handler<ObjectCall> = async (call) => {
  const { world, bucket, key, headers } = call;
  const source = findSource(call);
  const isReplaced = (name: string) => headers.get(name) === 'REPLACE';
  const isSame = source.bucket === bucket.name && source.key === key;
  if (isSame && !isReplaced('x-amz-metadata-directive') && source === world.store.current(bucket.name, key)) {
    throw new S3Error('InvalidRequest', {
      message:
        "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    });
  }
  if (source.size > maxCopyBytes) {
    throw new S3Error('InvalidRequest', {
      message: `The specified copy source is larger than the maximum allowable size for a copy source: ${maxCopyBytes}`,
    });
  }
  const about = {
    bucket: bucket.name,
    key,
    headers: isReplaced('x-amz-metadata-directive') ? readObjectHeaders(headers) : source.headers,
    tags: isReplaced('x-amz-tagging-directive') ? readTaggingHeader(headers) : source.tags,
  };
  const version = await commitBytes(world.store, about, await copyBytes(call, source), readWriteCondition(headers));
  world.emit('ObjectCreated:Copy', version);
  return xmlAnswer(describe(version), {
    ...versionHeaders(version),
    'x-amz-server-side-encryption': 'AES256',
    ...(source.versionId === 'null' ? {} : { 'x-amz-copy-source-version-id': source.versionId }),
  });
};

const findSource = (call: ObjectCall): Version => {
  const text = call.headers.get('x-amz-copy-source') ?? '';
  const { bucket, key, query } = parseTarget(text.startsWith('/') ? text : `/${text}`, '');
  const found = call.world.buckets.get(bucket ?? '');
  if (key === undefined) throw new S3Error('InvalidArgument', { message: 'Invalid copy source object key' });
  if (found === undefined) throw new S3Error('NoSuchBucket', { details: { BucketName: bucket ?? '' } });
  expectOwner(call.headers, 'x-amz-source-expected-bucket-owner');
  const pins = new Map(query);
  authorise(
    call.identity.principal,
    pins.has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject',
    `${found.name}/${key}`,
  );
  const version = findVersion({ ...call, bucket: found, key, query: pins });
  if (evaluateRead(version, call.headers, 'x-amz-copy-source-') === 'not modified')
    throw new S3Error('PreconditionFailed');
  return version;
};

// The checksum of a multipart object is not that of its bytes as one: a copy gets its own.
const copyBytes = ({ world, headers }: ObjectCall, source: Version) => {
  const { algorithm: byDefault } = source.checksum ?? checksumByDefault;
  const algorithm = algorithmOf(headers.get('x-amz-checksum-algorithm') ?? '') ?? byDefault;
  const chunks = world.store.blobs.read(source.pieces, 0, source.size - 1);
  const expected = { size: source.size, checksum: { algorithm, from: 'server' as const } };
  return ingest({ chunks, trailers: new Map() }, expected, world.store.blobs);
};

const describe = ({ lastModified, etag, checksum }: Version) =>
  element('CopyObjectResult', [
    element('LastModified', new Date(lastModified).toISOString()),
    element('ETag', quoted(etag)),
    ...checksumElements(checksum),
  ]);
