import { isJsonObject, type JsonObject } from '../../../../json';
import { malformed } from '../errors';
import { expressionOf, placeholders, type Expression } from '../expressions';
import { itemText } from '../itemText';
import type { TableAccess } from '../openTable';
import type { Operation } from './operation';

/** A page of a query: `{items, nextToken, scannedCount}`. */
export const query: Operation = async (request, access) => {
  const key = expressionOf(request, 'query');
  if (!key) throw malformed("Value for field '$[query]' not found.");
  const isForward = request.scanIndexForward !== false;
  return page(request, access, {
    operation: 'Query',
    key,
    input: { KeyConditionExpression: key.text, ...(!isForward && { ScanIndexForward: false }) },
  });
};

/** A page of a scan, either of the whole table or of one segment. */
export const scan: Operation = (request, access) => {
  const { totalSegments, segment } = request;
  const isSegment = totalSegments !== undefined && totalSegments !== null;
  const input = isSegment ? { TotalSegments: totalSegments, Segment: segment } : {};
  return page(request, access, { operation: 'Scan', key: undefined, input });
};

interface List {
  readonly operation: 'Query' | 'Scan';
  readonly key: Expression | undefined;
  readonly input: JsonObject;
}

const page = async (request: JsonObject, { table, call, pageTokens }: TableAccess, list: List): Promise<string> => {
  const { operation, key, input } = list;
  const { index, limit, nextToken, consistentRead, select } = request;
  const filter = expressionOf(request, 'filter');
  const projection = expressionOf(request, 'projection');
  const binding = { operation, table, index: index ?? null, ...input, ...placeholders(key) };
  const isFirst = nextToken === undefined || nextToken === null;
  const { Items, LastEvaluatedKey, ScannedCount } = await call(operation, {
    TableName: table,
    ...input,
    ...(typeof index === 'string' && { IndexName: index }),
    ...(limit !== undefined && limit !== null && { Limit: limit }),
    ...(consistentRead === true && { ConsistentRead: true }),
    ...(typeof select === 'string' && { Select: select }),
    ...(filter && filter.text !== '' && { FilterExpression: filter.text }),
    ...(projection && { ProjectionExpression: projection.text }),
    ...(!isFirst && { ExclusiveStartKey: pageTokens.open(nextToken, binding) }),
    ...placeholders(key, filter, projection),
  });
  const items = Array.isArray(Items) ? Items.map(itemText) : [];
  const next = isJsonObject(LastEvaluatedKey) ? pageTokens.seal(LastEvaluatedKey, binding) : null;
  const rest = JSON.stringify({ nextToken: next, scannedCount: ScannedCount ?? null });
  return `{"items":[${items.join(',')}],${rest.slice(1)}`;
};
