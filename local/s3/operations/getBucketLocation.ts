import { xmlAnswer } from '../wire/answer';
import { element } from '../../xml';
import type { BucketCall, Handler } from './call';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html; us-east-1 is the empty string. */
export const getBucketLocation: Handler<BucketCall> = ({ world }) =>
  Promise.resolve(xmlAnswer(element('LocationConstraint', world.region === 'us-east-1' ? '' : world.region)));
