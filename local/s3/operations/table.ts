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
  | ({ readonly level: 'service'; readonly run: Handler<Call> } & Access)
  | ({ readonly level: 'bucket'; readonly run: Handler<BucketCall> } & Access)
  | ({ readonly level: 'object'; readonly run: Handler<ObjectCall> } & Access);

interface Access {
  /**
   * Absent if the operation authorises each of its objects itself.
   * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
   */
  readonly action?: string;
  /** The action if the request names a version; absent if the operation takes no version id. */
  readonly versionAction?: string;
}

/** Every operation of the twin's S3; the compiler rejects a route without an entry here. */
export const operations = {
  ListBuckets: { level: 'service', action: 's3:ListAllMyBuckets', run: listBuckets },
  GetBucketLocation: { level: 'bucket', action: 's3:GetBucketLocation', run: getBucketLocation },
  GetBucketVersioning: { level: 'bucket', action: 's3:GetBucketVersioning', run: getBucketVersioning },
  CreateBucket: { level: 'service', action: 's3:CreateBucket', run: createBucket },
  HeadBucket: { level: 'bucket', action: 's3:ListBucket', run: headBucket },
  ListObjectsV2: { level: 'bucket', action: 's3:ListBucket', run: listObjectsV2 },
  ListObjects: { level: 'bucket', action: 's3:ListBucket', run: listObjects },
  ListObjectVersions: { level: 'bucket', action: 's3:ListBucketVersions', run: listObjectVersions },
  ListMultipartUploads: { level: 'bucket', action: 's3:ListBucketMultipartUploads', run: listMultipartUploads },
  DeleteObjects: { level: 'bucket', run: deleteObjects },
  GetObject: { level: 'object', action: 's3:GetObject', versionAction: 's3:GetObjectVersion', run: getObject },
  GetObjectAttributes: {
    level: 'object',
    action: 's3:GetObjectAttributes',
    versionAction: 's3:GetObjectVersionAttributes',
    run: getObjectAttributes,
  },
  HeadObject: { level: 'object', action: 's3:GetObject', versionAction: 's3:GetObjectVersion', run: headObject },
  PutObject: { level: 'object', action: 's3:PutObject', run: putObject },
  CopyObject: { level: 'object', action: 's3:PutObject', run: copyObject },
  DeleteObject: {
    level: 'object',
    action: 's3:DeleteObject',
    versionAction: 's3:DeleteObjectVersion',
    run: deleteObject,
  },
  GetObjectTagging: {
    level: 'object',
    action: 's3:GetObjectTagging',
    versionAction: 's3:GetObjectVersionTagging',
    run: getObjectTagging,
  },
  PutObjectTagging: {
    level: 'object',
    action: 's3:PutObjectTagging',
    versionAction: 's3:PutObjectVersionTagging',
    run: putObjectTagging,
  },
  DeleteObjectTagging: {
    level: 'object',
    action: 's3:DeleteObjectTagging',
    versionAction: 's3:DeleteObjectVersionTagging',
    run: deleteObjectTagging,
  },
  CreateMultipartUpload: { level: 'object', action: 's3:PutObject', run: createMultipartUpload },
  UploadPart: { level: 'object', action: 's3:PutObject', run: uploadPart },
  UploadPartCopy: { level: 'object', action: 's3:PutObject', run: uploadPartCopy },
  ListParts: { level: 'object', action: 's3:ListMultipartUploadParts', run: listParts },
  CompleteMultipartUpload: { level: 'object', action: 's3:PutObject', run: completeMultipartUpload },
  AbortMultipartUpload: { level: 'object', action: 's3:AbortMultipartUpload', run: abortMultipartUpload },
} satisfies Record<Operation, Entry>;
