/**
 * A data source: takes the JSON text that a request handler returned. What the source's service refuses is an
 * outcome, since the response handler sees it; a request that cannot be sent at all is a FieldFailure.
 */
export type DataSource = (request: string) => Promise<SourceOutcome>;

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
