/** The configuration of every function, on Lambda and in the twin. */
export const functions = {
  /** Lambda's runtime identifier. The bundles themselves run on every Node version that the project supports. */
  runtime: 'nodejs24.x',
  /** CPU comes with memory: at 512 MiB loading the SDK takes a third of the time it takes at 128. */
  memoryMiB: 512,
  /**
   * Signing takes milliseconds, but S3 may take minutes to complete a large upload, and goes on without us. A function
   * waits for it almost as long as AppSync waits for the function, which is 30 s.
   * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
   * https://docs.aws.amazon.com/general/latest/gr/appsync.html
   */
  timeoutSeconds: 25,
} as const;
