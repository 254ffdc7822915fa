/** One stream record, as in a Lambda event. */
export interface EventRecord {
  readonly eventSourceARN: string;
  readonly dynamodb: {
    readonly SequenceNumber: string;
    /** Epoch seconds. */
    readonly ApproximateCreationDateTime: number;
  };
}

/** One shard of a stream, read on from where the mapping stopped. */
export interface EventSource {
  readonly shardId: string;
  /** The oldest records not yet taken. */
  readonly read: (limit: number) => Promise<readonly EventRecord[]>;
  /** Acknowledges all records up to a sequence number; resolves once that is durable. */
  readonly take: (sequenceNumber: string) => Promise<void>;
  /** Resolves when there may be new records since the last `read`, or when the signal aborts. */
  readonly news: (signal: AbortSignal) => Promise<void>;
}

/**
 * How a stream is delivered to a function.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html
 */
export interface MappingDescription {
  readonly functionName: string;
  readonly batchSize: number;
  /** How long to wait for more records once a read finds some, but less than a full batch. */
  readonly batchingWindowMilliseconds: number;
  /** How often a failed batch is retried before it is given up. */
  readonly maximumRetryAttempts: number;
  readonly bisectBatchOnFunctionError: boolean;
  readonly reportBatchItemFailures: boolean;
}
