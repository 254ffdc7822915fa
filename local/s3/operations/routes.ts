import { S3Error } from '../errors';
import type { Headers } from '../wire/headers';
import type { Target } from '../wire/target';

export type Level = 'service' | 'bucket' | 'object';

/** Maps requests to operations; the first matching row wins. */
const routes = [
  { operation: 'ListBuckets', level: 'service', method: 'GET' },

  { operation: 'GetBucketLocation', level: 'bucket', method: 'GET', query: 'location' },
  { operation: 'GetBucketVersioning', level: 'bucket', method: 'GET', query: 'versioning' },
  { operation: 'ListObjectVersions', level: 'bucket', method: 'GET', query: 'versions' },
  { operation: 'ListMultipartUploads', level: 'bucket', method: 'GET', query: 'uploads' },
  { operation: 'ListObjectsV2', level: 'bucket', method: 'GET', query: 'list-type' },
  { operation: 'ListObjects', level: 'bucket', method: 'GET' },
  { operation: 'HeadBucket', level: 'bucket', method: 'HEAD' },
  { operation: 'CreateBucket', level: 'bucket', method: 'PUT' },
  { operation: 'DeleteObjects', level: 'bucket', method: 'POST', query: 'delete' },

  { operation: 'ListParts', level: 'object', method: 'GET', query: 'uploadId' },
  { operation: 'GetObjectAttributes', level: 'object', method: 'GET', query: 'attributes' },
  { operation: 'GetObjectTagging', level: 'object', method: 'GET', query: 'tagging' },
  { operation: 'PutObjectTagging', level: 'object', method: 'PUT', query: 'tagging' },
  { operation: 'DeleteObjectTagging', level: 'object', method: 'DELETE', query: 'tagging' },
  { operation: 'CreateMultipartUpload', level: 'object', method: 'POST', query: 'uploads' },
  { operation: 'CompleteMultipartUpload', level: 'object', method: 'POST', query: 'uploadId' },
  { operation: 'AbortMultipartUpload', level: 'object', method: 'DELETE', query: 'uploadId' },
  { operation: 'UploadPartCopy', level: 'object', method: 'PUT', query: 'partNumber', header: 'x-amz-copy-source' },
  { operation: 'UploadPart', level: 'object', method: 'PUT', query: 'partNumber' },
  { operation: 'CopyObject', level: 'object', method: 'PUT', header: 'x-amz-copy-source' },
  { operation: 'GetObject', level: 'object', method: 'GET' },
  { operation: 'HeadObject', level: 'object', method: 'HEAD' },
  { operation: 'PutObject', level: 'object', method: 'PUT' },
  { operation: 'DeleteObject', level: 'object', method: 'DELETE' },
] as const satisfies readonly Route[];

interface Route {
  readonly operation: string;
  readonly level: Level;
  readonly method: string;
  readonly query?: string;
  readonly header?: string;
}

export type Operation = (typeof routes)[number]['operation'];

/** S3's subresources, with S3's names for them; NotImplemented unless a route serves them. */
const unsupported: Readonly<Record<string, string>> = {
  accelerate: 'AccelerateConfiguration',
  acl: 'Acl',
  analytics: 'AnalyticsConfiguration',
  attributes: 'Attributes',
  cors: 'Cors',
  encryption: 'Encryption',
  'intelligent-tiering': 'IntelligentTieringConfiguration',
  inventory: 'InventoryConfiguration',
  'legal-hold': 'LegalHold',
  lifecycle: 'LifecycleConfiguration',
  location: 'Location',
  logging: 'Logging',
  metrics: 'MetricsConfiguration',
  notification: 'NotificationConfiguration',
  'object-lock': 'ObjectLockConfiguration',
  ownershipControls: 'OwnershipControls',
  policy: 'Policy',
  policyStatus: 'PolicyStatus',
  publicAccessBlock: 'PublicAccessBlock',
  renameObject: 'Rename',
  replication: 'Replication',
  requestPayment: 'RequestPayment',
  restore: 'Restore',
  retention: 'Retention',
  select: 'SelectContent',
  session: 'Session',
  tagging: 'Tagging',
  torrent: 'Torrent',
  versioning: 'Versioning',
  website: 'Website',
};

/** The operation of a request; one that the twin lacks is NotImplemented, with its name. */
export const detect = (method: string, { query, bucket, key }: Target, headers: Headers): Operation => {
  const level: Level = bucket === undefined ? 'service' : key === undefined ? 'bucket' : 'object';
  const names = new Set(query.map(([name]) => name));
  const found = routes.find(
    (route: Route & { operation: Operation }) =>
      route.level === level &&
      route.method === method &&
      (route.query === undefined || names.has(route.query)) &&
      (route.header === undefined || headers.has(route.header)),
  );
  const subresource = [...names].find((name) => Object.hasOwn(unsupported, name));
  if (found !== undefined && (subresource === undefined || ('query' in found && found.query === subresource))) {
    return found.operation;
  }
  if (subresource !== undefined) throw notImplemented(nameOf(method, level, unsupported[subresource] ?? ''));
  const whole = wholeResource[`${method} ${level}`];
  if (whole !== undefined) throw notImplemented(whole);
  throw new S3Error('MethodNotAllowed', { details: { Method: method, ResourceType: level.toUpperCase() } });
};

const wholeResource: Readonly<Record<string, string>> = {
  'DELETE bucket': 'DeleteBucket',
};

const verbs: Readonly<Record<string, string>> = { GET: 'Get', HEAD: 'Get', PUT: 'Put', POST: 'Post', DELETE: 'Delete' };

const nameOf = (method: string, level: Level, noun: string): string => {
  const name = `${verbs[method] ?? method}${level === 'object' ? 'Object' : 'Bucket'}${noun}`;
  return irregular[name] ?? name;
};

/** The names that do not consist of verb, level and subresource. */
const irregular: Readonly<Record<string, string>> = {
  DeleteBucketLifecycleConfiguration: 'DeleteBucketLifecycle',
  DeleteBucketPublicAccessBlock: 'DeletePublicAccessBlock',
  GetBucketObjectLockConfiguration: 'GetObjectLockConfiguration',
  GetBucketPublicAccessBlock: 'GetPublicAccessBlock',
  GetBucketSession: 'CreateSession',
  PostObjectRestore: 'RestoreObject',
  PostObjectSelectContent: 'SelectObjectContent',
  PutBucketObjectLockConfiguration: 'PutObjectLockConfiguration',
  PutBucketPublicAccessBlock: 'PutPublicAccessBlock',
  PutObjectRename: 'RenameObject',
};

/** The error for an operation that the twin's S3 lacks; the message names it. */
export const notImplemented = (operation: string): S3Error =>
  new S3Error('NotImplemented', {
    message: `A header or query you provided implies functionality that is not implemented: ${operation}`,
    details: { Operation: operation },
  });
