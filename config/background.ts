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

/** What a batch takes: a hundred records of several calls each. A comparison reads everything, a scan's result one user. */
const timeoutSeconds = { stream: 60, everyHours: 15 * 60, scan: 60 } as const;

/** How long a function may take, by what starts it. */
export const backgroundTimeoutSeconds = (trigger: { readonly [Kind in keyof typeof timeoutSeconds]?: unknown }) => {
  if ('stream' in trigger) return timeoutSeconds.stream;
  return 'scan' in trigger ? timeoutSeconds.scan : timeoutSeconds.everyHours;
};
