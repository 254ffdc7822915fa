import { isJsonObject, type JsonObject } from '../../json';
import type { Action } from './store';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const maxBytes = 16 * 1024 * 1024;

/**
 * Lets a BatchGetItem read 16 MB, and repeat the projection of the keys it did not get to. dynalite stops at 1 MB and
 * the size of one item.
 */
export const withBatchRules =
  (batchGetItem: Action): Action =>
  (store, input, done) => {
    const options = { ...store.options, maxItemSize: maxBytes - 1024 * 1024 };
    batchGetItem({ ...store, options }, input, (error, output) => {
      if (error || !isJsonObject(output)) return done(error, output);
      done(null, { ...output, UnprocessedKeys: repeatProjections(output['UnprocessedKeys'], input['RequestItems']) });
    });
  };

const repeatProjections = (unprocessed: unknown, requested: unknown): JsonObject => {
  const requests = isJsonObject(requested) ? requested : {};
  const tables = Object.entries(isJsonObject(unprocessed) ? unprocessed : {});
  return Object.fromEntries(
    tables.map(([table, rest]) => [table, { ...projectionOf(requests[table]), ...asObject(rest) }]),
  );
};

const projectionOf = (request: unknown): JsonObject => {
  const { ProjectionExpression, ExpressionAttributeNames } = asObject(request);
  return {
    ...(ProjectionExpression !== undefined && { ProjectionExpression }),
    ...(ExpressionAttributeNames !== undefined && { ExpressionAttributeNames }),
  };
};

const asObject = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});
