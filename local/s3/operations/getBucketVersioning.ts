import { xmlAnswer } from '../wire/answer';
import { element } from '../../xml';
import type { BucketCall, Handler } from './call';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html */
export const getBucketVersioning: Handler<BucketCall> = ({ bucket }) =>
  Promise.resolve(
    xmlAnswer(element('VersioningConfiguration', bucket.versioned ? [element('Status', 'Enabled')] : [])),
  );
