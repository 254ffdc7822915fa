import { entriesOf, given, mapOf, payloadOf, tablesOf } from './members';
import { projectionOf } from './projection';

/** A BatchGetItem request. */
export const batchGet = (payload: unknown) => ({
  operation: 'BatchGetItem',
  tables: tablesOf(payloadOf(payload).tables, (table) => {
    const { keys, consistentRead, projection } = payloadOf(table);
    const mapped = entriesOf(keys, 'keys').map((key) => mapOf(key, 'key'));
    return given({ keys: mapped, consistentRead, projection: projectionOf(projection) });
  }),
});

/** A BatchPutItem request. */
export const batchPut = (payload: unknown) => ({
  operation: 'BatchPutItem',
  tables: tablesOf(payloadOf(payload).tables, (items) => entriesOf(items, 'items').map((item) => mapOf(item, 'item'))),
});

/** A BatchDeleteItem request. */
export const batchDelete = (payload: unknown) => ({
  operation: 'BatchDeleteItem',
  tables: tablesOf(payloadOf(payload).tables, (keys) => entriesOf(keys, 'keys').map((key) => mapOf(key, 'key'))),
});
