/** The bucket that holds the files' bytes, as the CDK app deploys it and the twin enforces it. */
export const bucket = {
  /** The bucket name's prefix; the cloud appends account and region, the twin `local`. */
  namePrefix: 'myfiles-bytes',
  versioned: true,
  /** Every object of a user lies under `uploads/<sub>/`. */
  keyPrefix: 'uploads/',
  cors: {
    allowedMethods: ['GET', 'HEAD', 'PUT'],
    /** Every header that an upload ticket can name, plus those a download may send. */
    allowedHeaders: [
      'content-type',
      'if-none-match',
      'range',
      'x-amz-checksum-crc64nvme',
      'x-amz-checksum-sha256',
      'x-amz-sdk-checksum-algorithm',
    ],
    exposedHeaders: [
      'accept-ranges',
      'content-disposition',
      'content-range',
      'etag',
      'x-amz-request-id',
      'x-amz-version-id',
    ],
    /** Origins of pages on a developer's machine: for the twin, and for the dev stage unless it is given others. */
    localOrigins: ['http://localhost:8000'],
    maxAgeSeconds: 3600,
  },
  abortIncompleteMultipartDays: 7,
  noncurrentVersionDays: 30,
} as const;
