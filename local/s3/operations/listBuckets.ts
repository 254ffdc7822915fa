import { xmlAnswer } from '../wire/answer';
import { element } from '../../xml';
import type { Call, Handler } from './call';
import { owner } from './owner';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html */
export const listBuckets: Handler<Call> = ({ world }) => {
  const names = [...world.buckets.keys()].sort();
  // Buckets come from the configuration and have no creation date.
  const buckets = names.map((name) =>
    element('Bucket', [element('Name', name), element('CreationDate', new Date(0).toISOString())]),
  );
  return Promise.resolve(xmlAnswer(element('ListAllMyBucketsResult', [owner, element('Buckets', buckets)])));
};
