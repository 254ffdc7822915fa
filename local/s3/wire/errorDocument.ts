import type { S3Error } from '../errors';
import type { Answer } from './answer';
import { element, xmlDocument } from '../../xml';

/** S3's error response: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#RESTErrorResponses */
export const errorAnswer = (error: S3Error, { requestId, hostId }: { requestId: string; hostId: string }): Answer => ({
  status: error.status,
  headers: { 'content-type': 'application/xml', ...error.headers },
  body: xmlDocument(
    element('Error', [
      element('Code', error.code),
      element('Message', error.message),
      ...Object.entries(error.details).map(([name, value]) => element(name, value)),
      element('RequestId', requestId),
      element('HostId', hostId),
    ]),
  ),
});
