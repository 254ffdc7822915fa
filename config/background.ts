/** How a table's stream is handed to the function that follows it, on Lambda and in the twin. */
export const streamMapping = {
  batchSize: 100,
  /** Whole seconds. Events are to be quick, so nothing is gathered: a batch is what came while the last was at work. */
  batchingWindowSeconds: 0,
  /** With Lambda's pauses a few minutes: longer than a service is away, shorter than others behind it should wait. */
  maximumRetryAttempts: 10,
  bisectBatchOnFunctionError: true,
  reportBatchItemFailures: true,
} as const;

/** Where what was given up waits for `npm run replay`: not the records, but where they are in the stream. */
export const deadLetterQueue = {
  name: 'MyAppDeadLetters',
  visibilityTimeoutSeconds: 120,
  /** The longest that SQS keeps a message. */
  retentionSeconds: 14 * 24 * 60 * 60,
} as const;

/** By what starts a function. A batch is a hundred records of several calls each; a comparison reads everything. */
export const backgroundTimeoutSeconds = { stream: 60, schedule: 15 * 60 } as const;
