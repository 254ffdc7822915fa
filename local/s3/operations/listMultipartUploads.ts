import { S3Error } from '../errors';
import { byteForm } from '../store/catalog';
import type { Upload } from '../store/uploads';
import { xmlAnswer } from '../wire/answer';
import { wholeSeconds } from '../wire/wholeSeconds';
import { element, optional } from '../../xml';
import type { BucketCall, Handler } from './call';
import { readListing } from './listing';
import { initiatorOf, owner } from './owner';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html, without `delimiter`. */
export const listMultipartUploads: Handler<BucketCall> = (call) => {
  const { world, bucket, query } = call;
  const { prefix, delimiter, limit, encode, encodingType } = readListing(call, 'max-uploads');
  if (delimiter !== '')
    throw new S3Error('NotImplemented', {
      message:
        'A header or query you provided implies functionality that is not implemented: delimiter of ListMultipartUploads',
    });
  const keyMarker = query.get('key-marker') ?? '';
  const idMarker = query.get('upload-id-marker') ?? '';
  const following = world.store.uploads
    .all()
    .filter((upload) => upload.bucket === bucket.name && upload.key.startsWith(prefix))
    .sort((a, b) => compare(orderOf(a), orderOf(b)))
    .filter((upload) => keyMarker === '' || isAfter(upload, keyMarker, idMarker));
  const page = following.slice(0, limit);
  const isTruncated = following.length > page.length;
  const last = page.at(-1);
  return Promise.resolve(
    xmlAnswer(
      element('ListMultipartUploadsResult', [
        element('Bucket', bucket.name),
        element('KeyMarker', encode(keyMarker)),
        element('UploadIdMarker', idMarker),
        optional('NextKeyMarker', isTruncated && last ? encode(last.key) : undefined),
        optional('NextUploadIdMarker', isTruncated && last ? last.uploadId : undefined),
        element('Prefix', encode(prefix)),
        optional('EncodingType', encodingType),
        element('MaxUploads', limit),
        element('IsTruncated', isTruncated),
        ...page.map((upload) =>
          element('Upload', [
            element('Key', encode(upload.key)),
            element('UploadId', upload.uploadId),
            initiatorOf(upload),
            owner,
            element('StorageClass', 'STANDARD'),
            element('Initiated', wholeSeconds(upload.initiated)),
            optional('ChecksumAlgorithm', upload.checksum?.algorithm),
            optional('ChecksumType', upload.checksum?.type),
          ]),
        ),
      ]),
    ),
  );
};

// Uploads of one key are ordered by id, which is when they began; `upload-id-marker` continues after an id.
const orderOf = ({ key, uploadId }: Upload): string => `${byteForm(key)}\0${uploadId}`;

const isAfter = (upload: Upload, keyMarker: string, idMarker: string): boolean => {
  if (upload.key !== keyMarker) return byteForm(upload.key) > byteForm(keyMarker);
  return idMarker !== '' && upload.uploadId > idMarker;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
