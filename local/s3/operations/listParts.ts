import { xmlAnswer } from '../wire/answer';
import { wholeSeconds } from '../wire/wholeSeconds';
import { element, optional } from '../../xml';
import type { Handler, ObjectCall } from './call';
import { findUpload } from './findUpload';
import { readLimit, readPartMarker } from './listing';
import { checksumElements, quoted } from './objectHeaders';
import { initiatorOf, owner } from './owner';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html */
export const listParts: Handler<ObjectCall> = (call) => {
  const { world, bucket, key, query } = call;
  const upload = findUpload(call);
  const { uploadId, checksum } = upload;
  const limit = readLimit('max-parts', query.get('max-parts'));
  const marker = readPartMarker(query.get('part-number-marker'));
  const following = world.store.uploads.parts(uploadId).filter(({ partNumber }) => partNumber > marker);
  const page = following.slice(0, limit);
  return Promise.resolve(
    xmlAnswer(
      element('ListPartsResult', [
        element('Bucket', bucket.name),
        element('Key', key),
        element('UploadId', uploadId),
        initiatorOf(upload),
        owner,
        element('StorageClass', 'STANDARD'),
        optional('ChecksumAlgorithm', checksum?.algorithm),
        optional('ChecksumType', checksum?.type),
        element('PartNumberMarker', marker),
        element('NextPartNumberMarker', page.at(-1)?.partNumber ?? 0),
        element('MaxParts', limit),
        element('IsTruncated', following.length > page.length),
        ...page.map((part) =>
          element('Part', [
            element('PartNumber', part.partNumber),
            element('LastModified', wholeSeconds(part.lastModified)),
            element('ETag', quoted(part.etag)),
            element('Size', part.size),
            ...checksumElements(checksum && part.checksum).slice(0, 1),
          ]),
        ),
      ]),
    ),
  );
};
