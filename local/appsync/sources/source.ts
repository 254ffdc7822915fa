import type { Batch, Turn } from './createBatch';

/** A data source of the API. */
export interface DataSource {
  /**
   * Takes a request handler's result as JSON. A refusal by the source's service is an outcome, because the response
   * handler sees it; a request that cannot be sent at all rejects with a FieldFailure.
   */
  readonly call: (request: string, turn?: SourceTurn) => Promise<SourceOutcome>;
  /** There is no service: the payload of the request is the result, and the response handler can follow at once. */
  readonly answersAtOnce?: boolean;
  /** Only for a source that can answer several runs of one field together. */
  readonly openBatch?: () => SourceBatch;
}

export type SourceBatch = Batch<Batched, SourceOutcome>;
export type SourceTurn = Turn<Batched, SourceOutcome>;

/** What a run contributes to its batch. */
export interface Batched {
  readonly payload: unknown;
  /** Whether its result is not awaited. */
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
}
