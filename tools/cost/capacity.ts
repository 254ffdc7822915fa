import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** A row in the format of DynamoDB's API; undefined if there is none. */
export type Item = Readonly<Record<string, AttributeValue>> | undefined;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
export const itemBytes = (item: Item): number =>
  Object.entries(item ?? {}).reduce((total, [name, value]) => total + Buffer.byteLength(name) + valueBytes(value), 0);

/** The project's rows hold only strings and numbers. A number takes a byte per two digits, plus one. */
const valueBytes = ({ S, N }: AttributeValue): number => {
  if (S !== undefined) return Buffer.byteLength(S);
  return Math.ceil((N ?? '').replace(/\D/g, '').length / 2) + 1;
};

/** The units of a consistent read of that many bytes: one per 4 KiB. */
export const readUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 4096));

/**
 * The units of one write outside a transaction: one per KiB of the larger of the two rows, and the same again for each
 * local index entry that is written or removed. An index whose sort key changes needs both.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.ThroughputConsiderations.Writes
 */
export const writeUnits = (before: Item, after: Item, sortKeys: readonly string[]): number => {
  const units = Math.max(1, Math.ceil(Math.max(itemBytes(before), itemBytes(after)) / 1024));
  const indexed = sortKeys.map((name): number => {
    const [old, now] = [before?.[name]?.S, after?.[name]?.S];
    if (old === undefined && now === undefined) return 0;
    return old === undefined || now === undefined || old === now ? 1 : 2;
  });
  return units * (1 + indexed.reduce((total, entries) => total + entries, 0));
};
