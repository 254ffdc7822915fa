/** What a comparison found and did, in numbers. */
export interface Findings {
  /** Rows past their end that were deleted; their bytes follow by the stream. */
  expiredRows: number;
  /** Versions of objects without a row that were removed. */
  orphanVersions: number;
  /** Multipart uploads without a row that were aborted. */
  orphanUploads: number;
  /** Versions beside the one that a saved row is pinned to that were removed. */
  staleVersions: number;
  /** Saved rows whose bytes are gone: nothing can be done by itself. */
  rowsWithoutBytes: number;
  /** People of whom less is counted than there is. */
  usageTooLow: number;
  /** People of whom more is counted than there is, as is so until the follower has seen a change. */
  usageTooHigh: number;
  usageRepaired: number;
}

export const noFindings = (): Findings => ({
  expiredRows: 0,
  orphanVersions: 0,
  orphanUploads: 0,
  staleVersions: 0,
  rowsWithoutBytes: 0,
  usageTooLow: 0,
  usageTooHigh: 0,
  usageRepaired: 0,
});
