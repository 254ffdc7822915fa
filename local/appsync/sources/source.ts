import type { Batch, Turn } from './createBatch';

/** A data source of the API. */
export interface DataSource {
  /**
   * Takes the JSON text that a request handler returned. What the source's service refuses is an outcome, since the
   * response handler sees it; a request that cannot be sent at all is a FieldFailure.
   */
  readonly call: (request: string, turn?: SourceTurn) => Promise<SourceOutcome>;
  /** There is no service: the payload of the request is the result, and the response handler can follow at once. */
  readonly answersAtOnce?: boolean;
  /** For a source that can answer the runs of one field together. */
  readonly openBatch?: () => SourceBatch;
}

export type SourceBatch = Batch<Batched, SourceOutcome>;
export type SourceTurn = Turn<Batched, SourceOutcome>;

/** What a run gives to its batch. */
export interface Batched {
  readonly payload: unknown;
  /** Whether nobody waits for what becomes of it. */
  readonly isEvent: boolean;
}

export interface SourceOutcome {
  /** JSON text of `ctx.result`. */
  readonly result: string;
  /** `ctx.error` */
  readonly error?: SourceError;
}

export interface SourceError {
  readonly message: string;
  /** `DynamoDB:ConditionalCheckFailedException` */
  readonly type: string;
  readonly [member: string]: unknown;
}
