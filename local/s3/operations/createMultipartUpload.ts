import { authorise } from '../auth/authorise';
import { algorithmOf } from '../body/checksums';
import { S3Error } from '../errors';
import type { Upload } from '../store/uploads';
import { xmlAnswer } from '../wire/answer';
import type { Headers } from '../wire/headers';
import { element } from '../../xml';
import type { Handler, ObjectCall } from './call';
import { readObjectHeaders } from './objectHeaders';
import { readTaggingHeader } from './tags';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html */
export const createMultipartUpload: Handler<ObjectCall> = async ({ world, bucket, key, headers, identity }) => {
  const checksum = readChecksum(headers);
  const tags = readTaggingHeader(headers);
  if (tags.length > 0) authorise(identity.principal, 's3:PutObjectTagging', `${bucket.name}/${key}`);
  const upload = await world.store.uploads.begin({
    bucket: bucket.name,
    key,
    initiated: world.clock(),
    begunOver: world.store.current(bucket.name, key)?.sequence ?? 0,
    ...(identity.principal.arn === undefined ? {} : { initiator: identity.principal.arn }),
    headers: readObjectHeaders(headers),
    tags,
    ...(checksum === undefined ? {} : { checksum }),
  });
  return xmlAnswer(
    element('InitiateMultipartUploadResult', [
      element('Bucket', bucket.name),
      element('Key', key),
      element('UploadId', upload.uploadId),
    ]),
    {
      'x-amz-server-side-encryption': 'AES256',
      ...(checksum === undefined
        ? {}
        : { 'x-amz-checksum-algorithm': checksum.algorithm, 'x-amz-checksum-type': checksum.type }),
    },
  );
};

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html: which types an algorithm allows
const readChecksum = (headers: Headers): Upload['checksum'] => {
  const name = headers.get('x-amz-checksum-algorithm');
  const typeName = headers.get('x-amz-checksum-type')?.toUpperCase();
  if (name === undefined) {
    if (typeName === undefined) return undefined;
    throw new S3Error('InvalidRequest', {
      message: 'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
    });
  }
  const algorithm = algorithmOf(name);
  if (algorithm === undefined) {
    throw new S3Error('InvalidRequest', {
      message:
        'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]',
    });
  }
  const type = typeName ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
  const isPossible =
    type === 'FULL_OBJECT' ? algorithm.startsWith('CRC') : type === 'COMPOSITE' && algorithm !== 'CRC64NVME';
  if (isPossible && (type === 'FULL_OBJECT' || type === 'COMPOSITE')) return { algorithm, type };
  throw new S3Error('InvalidRequest', {
    message: `The ${type} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
  });
};
