import type { Step } from '../store/walk';
import { xmlAnswer } from '../wire/answer';
import { element, optional } from '../../xml';
import type { BucketCall, Handler } from './call';
import { readListing, startAfter } from './listing';
import { describeStep, readObjectPage } from './readObjectPage';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html, version 1, which boto3's collections use. */
export const listObjects: Handler<BucketCall> = (call) => {
  const { bucket, query } = call;
  const listing = readListing(call, 'max-keys');
  const marker = query.get('marker') ?? '';
  const { steps, isTruncated } = readObjectPage(call, listing, startAfter(marker, listing));
  const last = steps.at(-1);
  // Without a delimiter, clients continue after the last key.
  const next = isTruncated && listing.delimiter !== '' && last ? listing.encodeBytes(nameOf(last)) : undefined;
  return Promise.resolve(
    xmlAnswer(
      element('ListBucketResult', [
        element('Name', bucket.name),
        element('Prefix', listing.encode(listing.prefix)),
        element('Marker', listing.encode(marker)),
        optional('NextMarker', next),
        element('MaxKeys', listing.limit),
        optional('Delimiter', listing.delimiter === '' ? undefined : listing.encode(listing.delimiter)),
        optional('EncodingType', listing.encodingType),
        element('IsTruncated', isTruncated),
        ...steps.map((step) => describeStep(step, listing, true)),
      ]),
    ),
  );
};

const nameOf = (step: Step): string => (step.kind === 'prefix' ? step.prefix : step.key);
