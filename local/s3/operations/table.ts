import type { BucketCall, Call, Handler, ObjectCall } from './call';
import { abortMultipartUpload } from './abortMultipartUpload';
import { completeMultipartUpload } from './completeMultipartUpload';
import { copyObject } from './copyObject';
import { createBucket } from './createBucket';
import { createMultipartUpload } from './createMultipartUpload';
import { deleteObject } from './deleteObject';
import { deleteObjectTagging } from './deleteObjectTagging';
import { deleteObjects } from './deleteObjects';
import { getBucketLocation } from './getBucketLocation';
import { getBucketVersioning } from './getBucketVersioning';
import { getObject } from './getObject';
import { getObjectAttributes } from './getObjectAttributes';
import { getObjectTagging } from './getObjectTagging';
import { headBucket } from './headBucket';
import { headObject } from './headObject';
import { listBuckets } from './listBuckets';
import { listMultipartUploads } from './listMultipartUploads';
import { listObjects } from './listObjects';
import { listObjectVersions } from './listObjectVersions';
import { listObjectsV2 } from './listObjectsV2';
import { listParts } from './listParts';
import { putObject } from './putObject';
import { putObjectTagging } from './putObjectTagging';
import { uploadPart } from './uploadPart';
import { uploadPartCopy } from './uploadPartCopy';
import type { Operation } from './routes';

/** An operation: its level, the IAM action its caller needs, and its handler. */
export type Entry =
  | { readonly level: 'service'; readonly action: Action; readonly run: Handler<Call> }
  | { readonly level: 'bucket'; readonly action: Action; readonly run: Handler<BucketCall> }
  | { readonly level: 'object'; readonly action: Action; readonly run: Handler<ObjectCall> };

/** Undefined if the operation authorises each of its objects itself. */
type Action = (query: ReadonlyMap<string, string>) => string | undefined;

const always =
  (action: string): Action =>
  () =>
    action;

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
const byVersion =
  (action: string): Action =>
  (query) => {
    if (!query.has('versionId')) return action;
    const [, verb, what = ''] = /^(.*?)(Tagging|Attributes)?$/.exec(action) ?? [];
    return `${verb}Version${what}`;
  };

const byObject: Action = () => undefined;

/** Every operation of the twin's S3; the compiler rejects a route without an entry here. */
export const operations = {
  ListBuckets: { level: 'service', action: always('s3:ListAllMyBuckets'), run: listBuckets },
  GetBucketLocation: { level: 'bucket', action: always('s3:GetBucketLocation'), run: getBucketLocation },
  GetBucketVersioning: { level: 'bucket', action: always('s3:GetBucketVersioning'), run: getBucketVersioning },
  CreateBucket: { level: 'service', action: always('s3:CreateBucket'), run: createBucket },
  HeadBucket: { level: 'bucket', action: always('s3:ListBucket'), run: headBucket },
  ListObjectsV2: { level: 'bucket', action: always('s3:ListBucket'), run: listObjectsV2 },
  ListObjects: { level: 'bucket', action: always('s3:ListBucket'), run: listObjects },
  ListObjectVersions: { level: 'bucket', action: always('s3:ListBucketVersions'), run: listObjectVersions },
  ListMultipartUploads: { level: 'bucket', action: always('s3:ListBucketMultipartUploads'), run: listMultipartUploads },
  DeleteObjects: { level: 'bucket', action: byObject, run: deleteObjects },
  GetObject: { level: 'object', action: byVersion('s3:GetObject'), run: getObject },
  GetObjectAttributes: { level: 'object', action: byVersion('s3:GetObjectAttributes'), run: getObjectAttributes },
  HeadObject: { level: 'object', action: byVersion('s3:GetObject'), run: headObject },
  PutObject: { level: 'object', action: always('s3:PutObject'), run: putObject },
  CopyObject: { level: 'object', action: always('s3:PutObject'), run: copyObject },
  DeleteObject: { level: 'object', action: byVersion('s3:DeleteObject'), run: deleteObject },
  GetObjectTagging: { level: 'object', action: byVersion('s3:GetObjectTagging'), run: getObjectTagging },
  PutObjectTagging: { level: 'object', action: byVersion('s3:PutObjectTagging'), run: putObjectTagging },
  DeleteObjectTagging: { level: 'object', action: byVersion('s3:DeleteObjectTagging'), run: deleteObjectTagging },
  CreateMultipartUpload: { level: 'object', action: always('s3:PutObject'), run: createMultipartUpload },
  UploadPart: { level: 'object', action: always('s3:PutObject'), run: uploadPart },
  UploadPartCopy: { level: 'object', action: always('s3:PutObject'), run: uploadPartCopy },
  ListParts: { level: 'object', action: always('s3:ListMultipartUploadParts'), run: listParts },
  CompleteMultipartUpload: { level: 'object', action: always('s3:PutObject'), run: completeMultipartUpload },
  AbortMultipartUpload: { level: 'object', action: always('s3:AbortMultipartUpload'), run: abortMultipartUpload },
} satisfies Record<Operation, Entry>;
