import type { Clock } from '../clock';
import type { Principals } from '../signatures/principal';

/** The options of the twin's S3. */
export interface S3Options {
  /** Where objects are stored; created if missing. Opening it removes incomplete files. */
  readonly directory: string;
  readonly region: string;
  readonly buckets: readonly BucketDescription[];
  /** Who may sign requests. */
  readonly principals: Principals;
  readonly clock: Clock;
  readonly log?: (line: string) => void;
  /** How long a connection may be idle before it is cut; default: 120,000. */
  readonly idleTimeoutMilliseconds?: number;
  /** How often lifecycle rules run; default: hourly. */
  readonly sweepIntervalMilliseconds?: number;
  /** Called for each object created or removed, once that is on disk. */
  readonly onEvent?: (event: S3Event) => void;
}

/** A bucket as `config/bucket.ts` describes it. Clients cannot create or delete buckets. */
export interface BucketDescription {
  readonly name: string;
  readonly versioned: boolean;
  readonly cors: CorsRule;
  /** After how many days an unfinished multipart upload is aborted. */
  readonly abortIncompleteMultipartDays: number;
  /** How many days a version is kept once it is no longer the current one. */
  readonly noncurrentVersionDays: number;
}

/** One CORS rule; origins and headers may contain `*`, as in S3. */
export interface CorsRule {
  readonly allowedMethods: readonly string[];
  readonly allowedHeaders: readonly string[];
  readonly exposedHeaders: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly maxAgeSeconds: number;
}

/** The members of S3's event notification that a consumer needs. */
export interface S3Event {
  readonly eventName: S3EventName;
  readonly eventTime: string;
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string;
  readonly size?: number;
  readonly eTag?: string;
  /** Increases with each new version of a key; a removal has that of the version it removed. */
  readonly sequencer: string;
}

export type S3EventName =
  | 'ObjectCreated:Put'
  | 'ObjectCreated:Post'
  | 'ObjectCreated:Copy'
  | 'ObjectCreated:CompleteMultipartUpload'
  | 'ObjectRemoved:Delete'
  | 'ObjectRemoved:DeleteMarkerCreated'
  | 'LifecycleExpiration:Delete';
