import type { JsonObject } from '../../json';

/**
 * DynamoDB's message about a Query or Scan whose `Select` does not go with the attributes it names, or with no index.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html#DDB-Query-request-Select
 */
export const selectComplaint = ({
  Select,
  ProjectionExpression,
  AttributesToGet,
  IndexName,
}: JsonObject): string | undefined => {
  if (Select === undefined) return undefined;
  const namedBy =
    AttributesToGet !== undefined
      ? 'AttributesToGet'
      : ProjectionExpression !== undefined
        ? 'ProjectionExpression'
        : undefined;
  if (Select === 'SPECIFIC_ATTRIBUTES') {
    return namedBy === undefined
      ? 'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES'
      : undefined;
  }
  if (namedBy !== undefined) {
    const chosen = Select === 'COUNT' ? 'only the Count' : String(Select);
    return `Cannot specify the ${namedBy} when choosing to get ${chosen}`;
  }
  return Select === 'ALL_PROJECTED_ATTRIBUTES' && IndexName === undefined
    ? 'ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName' // of a Scan, too
    : undefined;
};
