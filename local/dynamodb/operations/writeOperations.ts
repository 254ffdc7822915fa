import { actions, type ActionName } from '../dynalite/engine';
import { checkInput } from '../dynalite/checkInput';
import { inputs } from '../dynalite/inputs';
import { isJsonObject, type JsonObject } from '../../json';
import type { Catalog } from '../tables/catalog';
import { withFailureItem } from './failureItem';
import { withIndexCapacity } from './indexCapacity';
import { itemCollection, itemCollections, type WrittenRow } from './itemCollections';
import type { Operation } from './operation';
import { runAtOnce } from './runAction';
import type { Writer } from './writer';

type WriteName = Extract<ActionName, 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem'>;

/** The writes outside transactions. A row and its index entries change atomically. */
export const writeOperations = (write: Writer): Record<WriteName, Operation> => {
  const operation =
    (name: WriteName): Operation =>
    async (input) => {
      const checked = checkInput(input, inputs[name]);
      return write((change) => {
        const output = withFailureItem(change, checked, () => runAtOnce(actions[name], change.store, checked));
        return { ...withIndexCapacity(output, change.changes), ...collectionsOf(checked, change.catalog) };
      });
    };
  return {
    PutItem: operation('PutItem'),
    UpdateItem: operation('UpdateItem'),
    DeleteItem: operation('DeleteItem'),
    BatchWriteItem: operation('BatchWriteItem'),
  };
};

const collectionsOf = (input: JsonObject, catalog: Catalog): JsonObject =>
  isJsonObject(input['RequestItems'])
    ? itemCollections(input, rowsOf(input['RequestItems']), catalog)
    : itemCollection(input, catalog);

/** The rows of a BatchWriteItem. */
const rowsOf = (batch: JsonObject): WrittenRow[] =>
  Object.entries(batch).flatMap(([table, requests]) =>
    (Array.isArray(requests) ? requests : []).filter(isJsonObject).flatMap((request) =>
      Object.values(request)
        .filter(isJsonObject)
        .map((write) => ({ table, row: write['Key'] ?? write['Item'] })),
    ),
  );
