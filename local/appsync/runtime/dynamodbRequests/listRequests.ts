import { conditionOf, given, payloadOf } from './members';
import { projectionOf } from './projection';
import { Misuse } from '../errors';
import type { Members } from '../values';

/** A Query request; its key condition is written like a filter. */
export const query = (payload: unknown) => {
  const members = payloadOf(payload);
  const condition = conditionOf(members.query, 'query');
  if (condition === undefined) throw new Misuse('query is required.');
  return given({ operation: 'Query', query: condition, ...listOptions(members) });
};

/** A Scan request. */
export const scan = (payload: unknown) => {
  const members = payloadOf(payload ?? {});
  const { totalSegments, segment } = members;
  return given({ operation: 'Scan', ...listOptions(members), totalSegments, segment });
};

/** A Sync request, for versioned sources. */
export const sync = (payload: unknown) => {
  const { basePartitionKey, deltaIndexName, filter, lastSync, limit, nextToken } = payloadOf(payload ?? {});
  const condition = conditionOf(filter, 'filter');
  return given({
    operation: 'Sync',
    basePartitionKey,
    deltaIndexName,
    limit,
    nextToken,
    lastSync,
    filter: condition,
  });
};

const listOptions = (members: Members) => {
  const { index, limit, nextToken, consistentRead, scanIndexForward, select } = members;
  return {
    ...{ index, limit, nextToken, consistentRead, scanIndexForward, select },
    filter: conditionOf(members.filter, 'filter'),
    projection: projectionOf(members.projection),
  };
};
