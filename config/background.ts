/** The event source mapping from a table's stream to the function that follows it, on Lambda and in the twin. */
export const streamMapping = {
  batchSize: 100,
  /** Whole seconds. Zero, so that events are quick: a batch is what arrived while the last one was being processed. */
  batchingWindowSeconds: 0,
  /** A few minutes with Lambda's back-off: longer than most outages, yet not too long for the records queued behind. */
  maximumRetryAttempts: 10,
  bisectBatchOnFunctionError: true,
  reportBatchItemFailures: true,
} as const;

/** Batches that ran out of retries wait here for `npm run replay`: not the records, but their place in the stream. */
export const deadLetterQueue = {
  name: 'MyAppDeadLetters',
  visibilityTimeoutSeconds: 120,
  /** The longest SQS allows. */
  retentionSeconds: 14 * 24 * 60 * 60,
} as const;

/** A stream batch is up to 100 records of several calls each; a schedule covers all users, a scan result only one. */
const timeoutSeconds = { stream: 60, everyHours: 15 * 60, scan: 60 } as const;

/** What triggers a function; here only its kind matters. */
type Trigger = { readonly [Kind in keyof typeof timeoutSeconds]?: unknown };

/** A background function's timeout, by what triggers it. */
export const backgroundTimeoutSeconds = (trigger: Trigger) => {
  if ('stream' in trigger) return timeoutSeconds.stream;
  return 'scan' in trigger ? timeoutSeconds.scan : timeoutSeconds.everyHours;
};

/**
 * How many calls of a background function may run at once, by what triggers it; undefined: as many as its stage allows.
 * Two concurrent comparisons would only get in each other's way. A stream has one reader per shard anyway, and scan
 * results each concern another file: one that finds no room is delivered again after up to five minutes, or dropped.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export const backgroundConcurrency = (trigger: Trigger) => ('everyHours' in trigger ? 1 : undefined);
