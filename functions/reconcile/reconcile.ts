import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { FileBytes } from '../shared/fileBytes';
import type { FileRow } from '../shared/fileRow';
import { compareUser } from './compareUser';
import { openFileRows } from './fileRows';
import { noFindings, type Findings } from './findings';
import { repairUsage } from './repairUsage';
import { isSame, totalsOf, type Totals } from './totals';
import { findUsers, readCounted } from './users';

interface Tools {
  readonly tables: DynamoDBDocumentClient;
  readonly filesTable: string;
  readonly usageTable: string;
  readonly bytes: FileBytes;
  readonly graceMilliseconds: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly warn: (message: string, details: object) => void;
}

/** The options of one run. */
export interface Request {
  /** Whether to set counted usage to what the rows say, where they differ. */
  readonly repairUsage: boolean;
  /**
   * Where in the sorted list of people to begin, in [0, 1): runs that end early should not see the same ones each time.
   */
  readonly start: number;
  readonly hasTime: () => boolean;
}

export interface Report extends Findings {
  /** How many people were compared, and how many could not be, out of the `users` who may have data. */
  readonly compared: number;
  readonly failed: number;
  readonly users: number;
}

/**
 * Compares each person's rows with their bytes and their counted usage, one person at a time, while there is time. One
 * who cannot be compared is reported and does not keep the others from their turn.
 */
export const createReconcile =
  (tools: Tools) =>
  async ({ repairUsage: mayRepair, start, hasTime }: Request): Promise<Report> => {
    const findings = noFindings();
    const rows = openFileRows({ tables: tools.tables, table: tools.filesTable });
    const counted = await findUsers(tools);
    const users = rotate([...counted.keys()].sort(), start);
    const compare = async (userId: string): Promise<void> => {
      const left = await compareUser(userId, findings, { ...tools, rows, now: tools.now() });
      await checkUsage({ userId, rows: left, counted: counted.get(userId) ?? null }, findings, { ...tools, mayRepair });
    };
    let compared = 0;
    let failed = 0;
    for (const userId of users) {
      if (!hasTime()) break;
      try {
        await compare(userId);
        compared += 1;
      } catch (error) {
        failed += 1;
        tools.warn('A person could not be compared.', { userId, error });
      }
    }
    return { ...findings, compared, failed, users: users.length };
  };

const rotate = <Item>(items: readonly Item[], start: number): Item[] => {
  const first = Math.floor(items.length * start);
  return [...items.slice(first), ...items.slice(0, first)];
};

interface Usage {
  readonly userId: string;
  readonly rows: readonly FileRow[];
  readonly counted: Totals | null;
}

const checkUsage = async (
  { userId, rows, counted }: Usage,
  findings: Findings,
  { mayRepair, ...tools }: Tools & { readonly mayRepair: boolean },
): Promise<void> => {
  const expected = totalsOf(rows);
  const found = counted ?? totalsOf([]);
  if (isSame(expected, found)) return;
  // Usage changed while the rows were read, so the two are not comparable; the next run compares them.
  if (!isSame(found, (await readCounted(tools, userId)) ?? totalsOf([]))) return;
  const isTooLow = found.TotalBytes < expected.TotalBytes || found.TotalFiles < expected.TotalFiles;
  if (isTooLow) findings.usageTooLow += 1;
  else findings.usageTooHigh += 1;
  tools.warn('Usage is not what the rows say.', { userId, counted, expected });
  if (mayRepair && (await repairUsage(tools, { userId, counted, expected }))) findings.usageRepaired += 1;
};
