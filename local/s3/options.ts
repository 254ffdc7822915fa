import type { Clock } from '../clock';
import type { Principals } from '../signatures/principal';

/** What the twin's S3 is opened with. */
export interface S3Options {
  /** Where bytes lie; made if missing, and half-written files in it are swept at open. */
  readonly directory: string;
  readonly region: string;
  readonly buckets: readonly BucketDescription[];
  /** Who may sign requests, by access key id. */
  readonly principals: Principals;
  readonly clock: Clock;
  readonly log?: (line: string) => void;
  /** How long a client may send or fetch nothing before it is cut; 120 s by default. */
  readonly idleTimeoutMilliseconds?: number;
  /** How often lifecycle rules run; an hour by default. */
  readonly sweepIntervalMilliseconds?: number;
  /** Told of each object that was created or removed, after the fact is on disk. */
  readonly onEvent?: (event: S3Event) => void;
}

/** A bucket as `config/bucket.ts` describes it. Buckets cannot be made or removed over the wire. */
export interface BucketDescription {
  readonly name: string;
  readonly versioned: boolean;
  readonly cors: CorsRule;
  /** After how many days an unfinished multipart upload is aborted. */
  readonly abortIncompleteMultipartDays: number;
  /** How many days a version is kept once it is no longer the current one. */
  readonly noncurrentVersionDays: number;
}

/** One CORS rule; `*` may stand in origins and headers as in S3. */
export interface CorsRule {
  readonly allowedMethods: readonly string[];
  readonly allowedHeaders: readonly string[];
  readonly exposedHeaders: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly maxAgeSeconds: number;
}

/** The members of S3's event notification that a reader of events needs. */
export interface S3Event {
  readonly eventName: S3EventName;
  readonly eventTime: string;
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string;
  readonly size?: number;
  readonly eTag?: string;
  /** Grows with each event on a key, as S3's `sequencer` does. */
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
