import type { environment } from '../config/limits';
import type { TableId } from '../config/table';
import type { Mutation, Query, UserFile } from '../schema/generated/types';

/**
 * THE wiring: every source, and for every field its source or its steps. The CDK app and the twin both read it;
 * nothing is wired by hand. Its keys come from the schema: a missing, ghost or misspelt field does not compile.
 */
export const sources = {
  files: {
    kind: 'dynamodb',
    table: 'files',
    may: ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  },
  signUpload: {
    kind: 'lambda',
    environment: ['BUCKET_NAME', 'URL_LIFETIME_SECONDS'],
    may: ['s3:PutObject'],
  },
  startMultipart: {
    kind: 'lambda',
    environment: ['BUCKET_NAME'],
    may: ['s3:PutObject'],
  },
  readProgress: {
    kind: 'lambda',
    environment: ['BUCKET_NAME'],
    // s3:ListBucket here and below, since without it S3 says 403 for an object that is not there.
    may: ['s3:GetObject', 's3:ListBucket', 's3:ListMultipartUploadParts'],
  },
  proveUpload: {
    kind: 'lambda',
    environment: ['BUCKET_NAME'],
    may: ['s3:GetObject', 's3:ListBucket', 's3:ListMultipartUploadParts', 's3:PutObject'],
  },
  discardUpload: {
    kind: 'lambda',
    environment: ['BUCKET_NAME'],
    may: ['s3:AbortMultipartUpload', 's3:DeleteObjectVersion', 's3:GetObject', 's3:ListBucket'],
  },
  signDownload: {
    kind: 'lambda',
    environment: ['BUCKET_NAME', 'URL_LIFETIME_SECONDS'],
    may: ['s3:GetObjectVersion'],
  },
} as const satisfies Record<string, Source>;

export const routes = {
  'Query.myFiles': {
    steps: [
      ['listFiles', 'files'],
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
  'Mutation.getUploadUrl': {
    steps: [
      ['reserveUpload', 'files'],
      ['startMultipart', 'startMultipart'],
      ['recordMultipart', 'files'],
      ['signUpload', 'signUpload'],
    ],
  },
  'Mutation.getUploadPartUrls': {
    steps: [
      ['loadPendingUpload', 'files'],
      ['signParts', 'signUpload'],
    ],
  },
  'Mutation.abortUpload': {
    steps: [
      ['closeUpload', 'files'],
      ['discardUpload', 'discardUpload'],
      ['removeUpload', 'files'],
    ],
  },
  'Mutation.saveFileMetadata': {
    steps: [
      ['loadUpload', 'files'],
      ['proveUpload', 'proveUpload'],
      ['commitFile', 'files'],
    ],
  },
} as const satisfies Record<RootField, Route<SourceId>> & Partial<Record<NestedField, Route<SourceId>>>;

/** What resolvers may read as `ctx.env`. */
export const apiEnvironment = [
  'ALLOWED_CONTENT_TYPES',
  'MAX_EXTRA_CHARACTERS',
  'MAX_FILE_BYTES',
  'MIN_PART_BYTES',
  'MULTIPART_THRESHOLD_BYTES',
  'PART_URL_BATCH',
  'PENDING_LIFETIME_SECONDS',
] as const satisfies readonly EnvironmentName[];

/** A value both worlds set: from `config/limits.ts`, or known when the storage is made. */
export type EnvironmentName = keyof typeof environment | 'BUCKET_NAME';

/** An AppSync data source. `may` is all that its role is granted; the twin refuses the rest. */
export type Source = DynamoDbSource | LambdaSource | NoneSource;

export interface DynamoDbSource {
  readonly kind: 'dynamodb';
  readonly table: TableId;
  readonly may: readonly `dynamodb:${string}`[];
}

/** A Lambda of the source's own name: `functions/<name>/handler.ts`. `may` is granted on the files' bucket. */
export interface LambdaSource {
  readonly kind: 'lambda';
  readonly environment: readonly EnvironmentName[];
  readonly may: readonly `s3:${string}`[];
}

export interface NoneSource {
  readonly kind: 'none';
}

export type SourceId = keyof typeof sources;

/** A field's resolver is `resolvers/<Type>.<field>.ts`; a step is `resolvers/steps/<name>.ts`. */
export type Route<Id extends string = string> = UnitRoute<Id> | PipelineRoute<Id>;

export interface UnitRoute<Id extends string = string> {
  readonly source: Id;
}

export interface PipelineRoute<Id extends string = string> {
  readonly steps: readonly (readonly [step: string, source: Id])[];
}

export type RootField = FieldsOf<'Query', Query> | FieldsOf<'Mutation', Mutation>;
export type NestedField = FieldsOf<'UserFile', UserFile>;

type FieldsOf<Name extends string, Type> = `${Name}.${Extract<keyof Type, string>}`;
