import { readUnits } from './capacity';
import type { Amounts } from './prices';
import { rowBytes } from './sizes';

/** A call that AWS bills (STS is free), as the twin's observer reports it: caller, action, table/function/bucket. */
export interface BilledCall {
  readonly by: string;
  readonly action: string;
  readonly on: string;
  /** DynamoDB read or write units. A transaction takes twice the units of its writes. */
  readonly units?: number;
}

/** What one step of the main job causes. */
export interface Step {
  /** Requests to AppSync. */
  readonly requests: number;
  readonly calls: readonly BilledCall[];
  /** Other billed amounts. */
  readonly more?: Amounts;
}

/**
 * The main job, call by call. test/tools/cost/cycle.test.ts runs it on the twin and expects exactly these calls and
 * units: a change to a resolver or an index needs a change here.
 */
export const cycle = {
  ticket: {
    requests: 1,
    calls: [
      { by: 'source files', action: 'dynamodb:UpdateItem', on: 'MyAppUsage', units: 2 },
      // The row and its entry in one index, doubled for the transaction.
      { by: 'source files', action: 'dynamodb:PutItem', on: 'MyAppFiles', units: 4 },
      { by: 'source signUpload', action: 'lambda:InvokeFunction', on: 'signUpload' },
    ],
  },
  put: { requests: 0, calls: [{ by: 'session of signUpload', action: 's3:PutObject', on: 'bucket' }] },
  save: {
    requests: 1,
    calls: [
      { by: 'source files', action: 'dynamodb:GetItem', on: 'MyAppFiles', units: 1 },
      { by: 'source proveUpload', action: 'lambda:InvokeFunction', on: 'proveUpload' },
      { by: 'session of proveUpload', action: 's3:GetObject', on: 'bucket' },
      // The row, its date entry removed and rewritten, and three new entries.
      { by: 'source files', action: 'dynamodb:UpdateItem', on: 'MyAppFiles', units: 6 },
    ],
  },
  /** One page of 50 files. */
  list: {
    requests: 1,
    calls: [{ by: 'source files', action: 'dynamodb:Query', on: 'MyAppFiles', units: readUnits(50 * rowBytes) }],
  },
  download: {
    requests: 1,
    calls: [
      { by: 'source files', action: 'dynamodb:GetItem', on: 'MyAppFiles', units: 1 },
      { by: 'source signDownload', action: 'lambda:InvokeFunction', on: 'signDownload' },
    ],
  },
  get: { requests: 0, calls: [{ by: 'session of signDownload', action: 's3:GetObjectVersion', on: 'bucket' }] },
} as const satisfies Record<string, Step>;

/** What an upload triggers: the stream calls followTable, which settles the usage and publishes an event. */
export const following = {
  /**
   * For files followed together: their new rows and their saved rows are a batch each, and one transaction lowers the
   * total. Lambda's polling of a stream is free.
   */
  batch: {
    requests: 0,
    calls: [
      { by: 'stream', action: 'lambda:InvokeFunction', on: 'followTable' },
      { by: 'stream', action: 'lambda:InvokeFunction', on: 'followTable' },
      { by: 'function followTable', action: 'dynamodb:UpdateItem', on: 'MyAppUsage', units: 2 },
    ],
  },
  /** For each file: the marker by which it is settled only once, and the event, published to one subscriber. */
  file: {
    requests: 1,
    calls: [{ by: 'function followTable', action: 'dynamodb:PutItem', on: 'MyAppUsage', units: 2 }],
    more: { appsyncMessage: 1 },
  },
} as const satisfies Record<string, Step>;
