/** Counts of what a run found and did. */
export interface Findings {
  /** Expired rows that were deleted; the stream's follower removes their bytes. */
  expiredRows: number;
  /** Object versions without a row that were removed. */
  orphanVersions: number;
  /** Multipart uploads without a row that were aborted. */
  orphanUploads: number;
  /** Versions other than the one that a saved row is pinned to, which were removed. */
  staleVersions: number;
  /** Saved rows whose bytes are gone, which nothing can repair automatically. */
  rowsWithoutBytes: number;
  /** People with less counted usage than their rows amount to. */
  usageTooLow: number;
  /** People whose usage differs otherwise: mostly too high, as it is until the follower has processed a change. */
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
