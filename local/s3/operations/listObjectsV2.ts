import { invalidArgument } from '../errors';
import { byteForm } from '../store/catalog';
import { xmlAnswer } from '../wire/answer';
import { element, optional } from '../../xml';
import type { BucketCall, Handler } from './call';
import { readListing } from './listing';
import { describeStep, readObjectPage } from './readObjectPage';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export const listObjectsV2: Handler<BucketCall> = (call) => {
  const { bucket, query } = call;
  const listing = readListing(call, 'max-keys');
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after');
  const { steps, isTruncated } = readObjectPage(call, listing, readStart(token, startAfter));
  const resume = isTruncated ? steps.at(-1)?.resume : undefined;
  return Promise.resolve(
    xmlAnswer(
      element('ListBucketResult', [
        element('Name', bucket.name),
        element('Prefix', listing.encode(listing.prefix)),
        optional('StartAfter', startAfter === undefined ? undefined : listing.encode(startAfter)),
        optional('ContinuationToken', token),
        optional(
          'NextContinuationToken',
          resume === undefined ? undefined : Buffer.from(resume, 'latin1').toString('base64'),
        ),
        element('KeyCount', steps.length),
        element('MaxKeys', listing.limit),
        optional('Delimiter', listing.delimiter === '' ? undefined : listing.encode(listing.delimiter)),
        optional('EncodingType', listing.encodingType),
        element('IsTruncated', isTruncated),
        ...steps.map((step) => describeStep(step, listing, query.get('fetch-owner') === 'true')),
      ]),
    ),
  );
};

const readStart = (token: string | undefined, startAfter: string | undefined): string => {
  if (token === undefined) return startAfter === undefined ? '' : `${byteForm(startAfter)}\0`;
  const bytes = Buffer.from(token, 'base64');
  if (token !== '' && bytes.toString('base64') === token) return bytes.toString('latin1');
  throw invalidArgument('continuation-token', token, 'The continuation token provided is incorrect');
};
