import type { Wording } from './store';

/**
 * DynamoDB's present words for a refusal that dynalite words as DynamoDB did before 2026, and still does for scans,
 * batches of writes and transactions.
 * https://github.com/paritysuite/dynamodb-conformance/blob/main/tests/tier3/error-messages/valueLayers.test.ts,
 * …/putItem.test.ts
 */
export const reword = (message: string, wording: Wording): string => {
  const present = message
    .replace(/^ExpressionAttributeValues contains invalid value: (.*) for key :\w+$/s, '$1')
    .replace(/^(The parameter cannot be converted to a numeric value)$/, '$1: ');
  if (wording === 'bare') return present;
  return `1 validation error detected: ${present.replace(/^(ExpressionAttributeValues can only .*): .*$/, '$1')}`;
};
