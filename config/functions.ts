/** The configuration of every function, on Lambda and in the twin. */
export const functions = {
  /** Lambda's runtime identifier. The bundles themselves run on every Node version that the project supports. */
  runtime: 'nodejs24.x',
  /** CPU comes with memory: at 512 MiB loading the SDK takes a third of the time it takes at 128. */
  memoryMiB: 512,
  /** Signing takes milliseconds; proving an upload takes a few calls to S3. */
  timeoutSeconds: 10,
} as const;
