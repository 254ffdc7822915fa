import type { Clock } from '../../clock';
import type { Identity } from '../auth/authenticate';
import type { Body } from '../body/body';
import type { Principals } from '../../signatures/principal';
import type { BucketDescription, S3EventName } from '../options';
import type { Store } from '../store/store';
import type { Version } from '../store/version';
import type { Answer } from '../wire/answer';
import type { Headers } from '../wire/headers';

/** What operations need. */
export interface World {
  readonly store: Store;
  readonly region: string;
  readonly clock: Clock;
  readonly buckets: ReadonlyMap<string, BucketDescription>;
  readonly principals: Principals;
  /** Reports an event of a version to the listener, if there is one. */
  readonly emit: (eventName: S3EventName, version: Version) => void;
}

/** One authenticated and authorised request. */
export interface Call {
  readonly world: World;
  readonly identity: Identity;
  /** Of the address; '' when it names none. */
  readonly bucketName: string;
  readonly query: ReadonlyMap<string, string>;
  /** Including the `x-amz-*` query parameters of a presigned URL, which count as headers. */
  readonly headers: Headers;
  /** Opens the body; call it once. */
  readonly body: () => Body;
}

export interface BucketCall extends Call {
  readonly bucket: BucketDescription;
}

export interface ObjectCall extends BucketCall {
  readonly key: string;
}

export type Handler<C extends Call> = (call: C) => Promise<Answer>;
