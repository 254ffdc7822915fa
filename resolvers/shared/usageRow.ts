/**
 * A person's entry `TOTAL` of the usage table. It only grows here, with the row that it counts, and shrinks only when
 * the table's follower has seen that row end: it is never below what storage holds.
 */
export interface UsageRow {
  readonly UserId: string;
  readonly Entry: 'TOTAL';
  /** Bytes of all files and pending uploads. */
  readonly TotalBytes: number;
  readonly TotalFiles: number;
  /** What of it is pending. */
  readonly PendingBytes: number;
  readonly PendingFiles: number;
}
