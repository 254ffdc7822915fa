import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { hasChanged } from '../shared/hasChanged';
import { totalNames, type Totals } from './totals';

interface Repair {
  readonly userId: string;
  /** What was counted; null when there was no entry. */
  readonly counted: Totals | null;
  readonly expected: Totals;
}

/**
 * Sets a person's counted usage to what the rows say unless it has changed since it was read; returns whether it did. A
 * row change that the follower has yet to process would be counted twice: run this only while the follower is idle.
 */
export const repairUsage = async (
  { tables, usageTable }: { readonly tables: DynamoDBDocumentClient; readonly usageTable: string },
  { userId, counted, expected }: Repair,
): Promise<boolean> => {
  const unchanged = totalNames.map((name) => `${name} = :seen${name}`);
  try {
    await tables.send(
      new UpdateCommand({
        TableName: usageTable,
        Key: { UserId: userId, Entry: 'TOTAL' },
        UpdateExpression: `SET ${totalNames.map((name) => `${name} = :${name}`).join(', ')}`,
        ConditionExpression: counted === null ? 'attribute_not_exists(UserId)' : unchanged.join(' AND '),
        ExpressionAttributeValues: {
          ...valuesOf(':', expected),
          ...(counted === null ? {} : valuesOf(':seen', counted)),
        },
      }),
    );
    return true;
  } catch (error) {
    if (hasChanged(error)) return false;
    throw error;
  }
};

const valuesOf = (prefix: string, totals: Totals): Record<string, number> =>
  Object.fromEntries(totalNames.map((name) => [`${prefix}${name}`, totals[name]]));
