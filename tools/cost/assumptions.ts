/** What has not been measured on AWS, or depends on usage. */
export const assumptions = {
  /**
   * The billed milliseconds of a warm Lambda call. Signing takes microseconds; the others wait for S3 or DynamoDB. The
   * call to STS, once an hour per person, is left out.
   */
  milliseconds: { signUpload: 5, signDownload: 5, proveUpload: 50, followTable: 80 },
  /**
   * How many stream batches a request for ten files causes. It takes about a second, and Lambda polls a stream four
   * times a second: https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
   */
  batchesOfTen: 4,
  /** How long a page waits for changes per upload, by polling at an interval or by keeping a connection. */
  watching: { minutesPerUpload: 10, pollSeconds: 30 },
  /** KB of AppSync's log per request, by log level, and of a function's log per call. */
  logKilobytes: { ERROR: 1, ALL: 8, function: 1 },
} as const;

/** What each person does on a working day. */
export const day = {
  hours: 10,
  uploads: 20,
  lists: 60,
  downloads: 40,
  megabytesPerFile: 3,
} as const;

export const month = {
  workingDays: 22,
  hours: 730,
  /** The month that is priced: by then, this many months of files are stored. */
  monthsStored: 12,
} as const;

/** How many people use each stage: its developers, or an example team. */
export const people = { dev: 2, prod: 25 } as const;
