import type { BucketCall, Call, Handler, ObjectCall } from './call';
import { getObject } from './getObject';
import { headObject } from './headObject';
import { putObject } from './putObject';
import type { Operation } from './routes';

/** An operation: what it is about, which IAM action its caller needs, and what it does. */
export type Entry =
  | { readonly level: 'service'; readonly action: Action; readonly run: Handler<Call> }
  | { readonly level: 'bucket'; readonly action: Action; readonly run: Handler<BucketCall> }
  | { readonly level: 'object'; readonly action: Action; readonly run: Handler<ObjectCall> };

/** Undefined where the operation itself asks, for each object that it is about. */
type Action = (query: ReadonlyMap<string, string>) => string | undefined;

const always =
  (action: string): Action =>
  () =>
    action;

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
const byVersion =
  (action: string, pinned: string): Action =>
  (query) =>
    query.has('versionId') ? pinned : action;

/** Every operation of the twin's S3; the compiler refuses one without its line. */
export const operations = {
  GetObject: { level: 'object', action: byVersion('s3:GetObject', 's3:GetObjectVersion'), run: getObject },
  HeadObject: { level: 'object', action: byVersion('s3:GetObject', 's3:GetObjectVersion'), run: headObject },
  PutObject: { level: 'object', action: always('s3:PutObject'), run: putObject },
} satisfies Record<Operation, Entry>;
