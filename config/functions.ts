/** What every function gets, on Lambda and in the twin. */
export const functions = {
  /** Lambda's identifier of its Node. The bundles themselves run on every Node that the project supports. */
  runtime: 'nodejs24.x',
  /** CPU comes with memory: at 512 MiB loading the SDK takes a third of the time it takes at 128. */
  memoryMiB: 512,
  /** A signature takes milliseconds, a proof a few calls of S3. */
  timeoutSeconds: 10,
} as const;
