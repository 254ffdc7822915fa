import type { environment } from '../config/environment';
import type { BackgroundFunction, NestedField, RootField, Route, Source } from './wiringTypes';

/**
 * THE wiring: every data source, and for each field its source or its steps. The CDK app and the twin both read it;
 * nothing is wired by hand. The keys come from the schema: a missing, extra or misspelt root field does not compile.
 */
export const sources = {
  files: {
    kind: 'dynamodb',
    table: 'files',
    may: {
      files: [
        'dynamodb:BatchGetItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
      usage: ['dynamodb:UpdateItem'],
    },
  },
  usage: {
    kind: 'dynamodb',
    table: 'usage',
    may: { usage: ['dynamodb:GetItem'] },
  },
  none: { kind: 'none' },
  signUpload: {
    kind: 'lambda',
    environment: ['BUCKET_NAME', 'SESSION_ROLE_ARN', 'URL_LIFETIME_SECONDS'],
    may: { ownersBytes: ['s3:PutObject'] },
  },
  startMultipart: {
    kind: 'lambda',
    environment: ['BUCKET_NAME', 'SESSION_ROLE_ARN'],
    may: { ownersBytes: ['s3:PutObject'] },
  },
  readProgress: {
    kind: 'lambda',
    environment: ['BUCKET_NAME', 'SESSION_ROLE_ARN'],
    // s3:ListBucket, here and below: without it S3 answers 403 instead of 404 for a missing object.
    may: { ownersBytes: ['s3:GetObject', 's3:ListBucket', 's3:ListMultipartUploadParts'] },
  },
  proveUpload: {
    kind: 'lambda',
    environment: ['BUCKET_NAME', 'SESSION_ROLE_ARN'],
    may: { ownersBytes: ['s3:GetObject', 's3:ListBucket', 's3:ListMultipartUploadParts', 's3:PutObject'] },
  },
  signDownload: {
    kind: 'lambda',
    environment: ['BUCKET_NAME', 'SESSION_ROLE_ARN', 'URL_LIFETIME_SECONDS'],
    may: { ownersBytes: ['s3:GetObjectVersion'] },
  },
} as const satisfies Record<string, Source>;

/** Functions that no field calls: what triggers each, and what it may do. */
export const background = {
  /** Follows the table's stream: cleans up bytes, updates usage and publishes events. */
  followTable: {
    trigger: { stream: 'files' },
    environment: ['BUCKET_NAME', 'GRAPHQL_URL', 'PENDING_LIFETIME_SECONDS', 'USAGE_TABLE'],
    may: {
      usage: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
      bucket: [
        's3:AbortMultipartUpload',
        's3:DeleteObjectVersion',
        's3:ListBucketMultipartUploads',
        's3:ListBucketVersions',
        's3:PutObject',
      ],
      fields: ['Mutation.publishFileEvent'],
    },
  },
  /** Compares table, usage and bucket, for what followTable could not see or missed. */
  reconcile: {
    trigger: { everyHours: 24 },
    environment: ['BUCKET_NAME', 'FILES_TABLE', 'PENDING_LIFETIME_SECONDS', 'USAGE_TABLE'],
    may: {
      files: ['dynamodb:DeleteItem', 'dynamodb:Query'],
      usage: ['dynamodb:GetItem', 'dynamodb:Scan', 'dynamodb:UpdateItem'],
      bucket: [
        's3:AbortMultipartUpload',
        's3:DeleteObjectVersion',
        's3:ListBucketMultipartUploads',
        's3:ListBucketVersions',
      ],
    },
  },
  /** Rejects files in which GuardDuty found malware; deployed only where `infra/config.ts` turns scanning on. */
  quarantine: {
    trigger: { scan: 'THREATS_FOUND' },
    environment: ['BUCKET_NAME', 'FILES_TABLE'],
    may: { files: ['dynamodb:Query', 'dynamodb:UpdateItem'] },
  },
} as const satisfies Record<string, BackgroundFunction>;

export const routes = {
  'Query.myFiles': {
    steps: [
      ['listFiles', 'files'],
      ['signDownloads', 'signDownload'],
    ],
  },
  'Query.getFile': {
    steps: [
      ['findFile', 'files'],
      ['signDownloads', 'signDownload'],
    ],
  },
  'Query.getDownloadUrl': {
    steps: [
      ['loadFile', 'files'],
      ['signDownload', 'signDownload'],
    ],
  },
  'Query.getUploadProgress': {
    steps: [
      ['loadPendingUpload', 'files'],
      ['readProgress', 'readProgress'],
    ],
  },
  'Query.myUsage': { source: 'usage' },
  'Query.uploadPolicy': { source: 'none' },
  'Mutation.getUploadUrl': {
    steps: [
      ['renewUpload', 'files'],
      ['reserveUpload', 'files'],
      ['startMultipart', 'startMultipart'],
      ['recordMultipart', 'files'],
      ['signUpload', 'signUpload'],
    ],
  },
  'Mutation.getUploadPartUrls': {
    steps: [
      ['loadPendingUpload', 'files'],
      ['prolongUpload', 'files'],
      ['startMultipart', 'startMultipart'],
      ['recordMultipart', 'files'],
      ['signParts', 'signUpload'],
    ],
  },
  'Mutation.abortUpload': { source: 'files' },
  'Mutation.saveFileMetadata': {
    steps: [
      ['loadUpload', 'files'],
      ['proveUpload', 'proveUpload'],
      ['commitFile', 'files'],
      ['confirmFile', 'files'],
    ],
  },
  'Mutation.updateFile': {
    steps: [
      ['loadFile', 'files'],
      ['changeFile', 'files'],
    ],
  },
  'Mutation.deleteFile': {
    steps: [
      ['findFile', 'files'],
      ['deleteFile', 'files'],
    ],
  },
  'Mutation.deleteFiles': {
    steps: [
      ['findFiles', 'files'],
      ['deleteFiles', 'files'],
    ],
  },
  'Mutation.restoreFile': {
    steps: [
      ['loadFile', 'files'],
      ['restoreFile', 'files'],
    ],
  },
  'Mutation.publishFileEvent': { source: 'none' },
  'Subscription.onMyFileEvent': { source: 'none' },
} as const satisfies Record<RootField, Route<SourceId>> & Partial<Record<NestedField, Route<SourceId>>>;

/** What resolvers may read from `ctx.env`. */
export const apiEnvironment = [
  'ALLOWED_CONTENT_TYPES',
  'FILES_TABLE',
  'MAX_EXTRA_CHARACTERS',
  'MAX_FILE_BYTES',
  'MAX_PENDING_UPLOADS',
  'MAX_USER_BYTES',
  'MAX_USER_FILES',
  'MIN_PART_BYTES',
  'MULTIPART_THRESHOLD_BYTES',
  'PART_URL_BATCH',
  'PENDING_LIFETIME_SECONDS',
  'TRASH_LIFETIME_SECONDS',
  'UPLOAD_LIFETIME_SECONDS',
  'URL_LIFETIME_SECONDS',
  'USAGE_TABLE',
] as const satisfies readonly (keyof typeof environment)[];

export type SourceId = keyof typeof sources;
