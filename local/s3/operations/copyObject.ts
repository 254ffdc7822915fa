import { authorise } from '../auth/authorise';
import { algorithmOf } from '../body/checksums';
import { checksumByDefault } from '../body/expectation';
import { S3Error } from '../errors';
import type { Version } from '../store/version';
import { xmlAnswer } from '../wire/answer';
import { wholeSeconds } from '../wire/wholeSeconds';
import { element } from '../../xml';
import type { Handler, ObjectCall } from './call';
import { commitBytes } from './commitBytes';
import { readWriteCondition } from './conditions';
import { copyBytes, findSource, sourceHeaders } from './copySource';
import { checksumElements, quoted, readObjectHeaders, versionHeaders } from './objectHeaders';
import { readTaggingHeader } from './tags';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export const copyObject: Handler<ObjectCall> = async (call) => {
  const { world, bucket, key, headers, identity } = call;
  const { version: source, isPinned } = findSource(call);
  const isReplaced = (name: string) => headers.get(name) === 'REPLACE';
  const isSame = source.bucket === bucket.name && source.key === key;
  if (isSame && !isReplaced('x-amz-metadata-directive') && source === world.store.current(bucket.name, key)) {
    throw new S3Error('InvalidRequest', {
      message:
        "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    });
  }
  const mayPut = readWriteCondition(headers, key);
  const about = {
    bucket: bucket.name,
    key,
    headers: isReplaced('x-amz-metadata-directive') ? readObjectHeaders(headers) : source.headers,
    tags: isReplaced('x-amz-tagging-directive') ? readTaggingHeader(headers) : copyTags(call, source, isPinned),
  };
  if (about.tags.length > 0) authorise(identity.principal, 's3:PutObjectTagging', `${bucket.name}/${key}`);
  // A multipart object's checksum may be composite, so the copy gets one of its own.
  const { algorithm: byDefault } = source.checksum ?? checksumByDefault;
  const algorithm = algorithmOf(headers.get('x-amz-checksum-algorithm') ?? '') ?? byDefault;
  const range = { start: 0, end: source.size - 1 };
  const bytes = await copyBytes({ source, range, algorithm }, world.store.blobs);
  const version = await commitBytes(world.store, about, bytes, mayPut);
  world.emit('ObjectCreated:Copy', version);
  return xmlAnswer(describe(version), {
    ...versionHeaders(version),
    'x-amz-server-side-encryption': 'AES256',
    ...sourceHeaders(source),
  });
};

/**
 * The source's tags; to copy any, the caller must be allowed to read them.
 * https://repost.aws/knowledge-center/s3-troubleshoot-copy-between-buckets
 */
const copyTags = ({ identity }: ObjectCall, { bucket, key, tags }: Version, isPinned: boolean): Version['tags'] => {
  const action = isPinned ? 's3:GetObjectVersionTagging' : 's3:GetObjectTagging';
  if (tags.length > 0) authorise(identity.principal, action, `${bucket}/${key}`);
  return tags;
};

const describe = ({ lastModified, etag, checksum }: Version) =>
  element('CopyObjectResult', [
    element('LastModified', wholeSeconds(lastModified)),
    element('ETag', quoted(etag)),
    ...checksumElements(checksum),
  ]);
