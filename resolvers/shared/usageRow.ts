/**
 * A person's `TOTAL` entry in the usage table. Resolvers only increase it, together with the row that they add;
 * followTable decreases it once it has seen that row removed. So the total is never below what storage holds.
 */
export interface UsageRow {
  readonly UserId: string;
  readonly Entry: 'TOTAL';
  /** Bytes of all files and pending uploads. */
  readonly TotalBytes: number;
  readonly TotalFiles: number;
  /** The part of TotalBytes that is still PENDING. */
  readonly PendingBytes: number;
  readonly PendingFiles: number;
}
