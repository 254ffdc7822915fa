import { xmlAnswer } from '../wire/answer';
import { wholeSeconds } from '../wire/wholeSeconds';
import { element } from '../../xml';
import type { Call, Handler } from './call';
import { owner } from './owner';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html */
export const listBuckets: Handler<Call> = ({ world, query }) => {
  const { region, buckets } = world;
  const hasRegion = (query.get('bucket-region') ?? region) === region;
  const names = [...buckets.keys()].filter((name) => hasRegion && name.startsWith(query.get('prefix') ?? '')).sort();
  // Buckets come from the configuration and have no creation date.
  const elements = names.map((name) =>
    element('Bucket', [element('Name', name), element('CreationDate', wholeSeconds(0))]),
  );
  return Promise.resolve(xmlAnswer(element('ListAllMyBucketsResult', [owner, element('Buckets', elements)])));
};
