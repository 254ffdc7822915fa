/** One record of a stream, as an event carries it. */
export interface EventRecord {
  readonly eventSourceARN: string;
  readonly dynamodb: {
    readonly SequenceNumber: string;
    /** Epoch seconds. */
    readonly ApproximateCreationDateTime: number;
  };
}

/** One shard of a stream, read from where the mapping stopped. */
export interface EventSource {
  readonly shardId: string;
  /** The oldest records that are not taken yet. */
  readonly read: (limit: number) => Promise<readonly EventRecord[]>;
  /** Takes all records up to a sequence number; resolves once that is durable. */
  readonly take: (sequenceNumber: string) => Promise<void>;
  /** Resolves when there may be other records than at the last `read`, or when the signal aborts. */
  readonly news: (signal: AbortSignal) => Promise<void>;
}

/**
 * How a stream is handed to a function.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html
 */
export interface MappingDescription {
  readonly functionName: string;
  readonly batchSize: number;
  /** How long to gather records after the first. */
  readonly batchingWindowMilliseconds: number;
  /** How often a batch is tried again before it is given up. */
  readonly maximumRetryAttempts: number;
  readonly bisectBatchOnFunctionError: boolean;
  readonly reportBatchItemFailures: boolean;
}
