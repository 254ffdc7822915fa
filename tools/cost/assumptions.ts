/** What nobody has measured on AWS, or what depends on who uses it. */
export const assumptions = {
  /**
   * How long Lambda bills a warm call, in milliseconds. Signing takes microseconds; the others wait for S3 or DynamoDB. Left
   * out is STS, which a function asks once an hour for each person.
   */
  milliseconds: { signUpload: 5, signDownload: 5, proveUpload: 50, followTable: 80 },
  /**
   * How many batches follow a request of ten files. It takes a second or so, and Lambda reads a stream four times a
   * second: https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
   */
  batchesOfTen: 4,
  /** A page that waits for news: asks every so many seconds, or keeps a connection. */
  watching: { minutesPerUpload: 10, pollSeconds: 30 },
  /** KB of AppSync's log for a request by level, and of a function's log for a call. */
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
  /** The month that is looked at: so many months of files are stored. */
  monthsStored: 12,
} as const;

/** How many people use a stage: its developers, and an example team. */
export const people = { dev: 2, prod: 25 } as const;
