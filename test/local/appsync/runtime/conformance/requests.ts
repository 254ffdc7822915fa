import { fails, type Row } from './row';

const key = { id: { S: 'test' } };
const set = (expression: string, names: object, values: object) => ({
  key,
  operation: 'UpdateItem',
  update: { expression, expressionNames: names, expressionValues: values },
});
const update = (members: string) => `ddb.update({ key: { id: "test" }, update: { ${members} } })`;
const numbers = { L: [{ N: 1 }, { N: 2 }, { N: 3 }] };

/** The requests built by the `dynamodb` module. */
export const requests: readonly Row[] = [
  ['ddb.get({ key: { id: "id" } })', { key: { id: { S: 'id' } }, operation: 'GetItem' }, 'recorded'],
  [
    'ddb.get({ key: { id: "test" }, consistentRead: true, projection: ["a", "b.c", "b.d[1]"] })',
    {
      operation: 'GetItem',
      key,
      consistentRead: true,
      projection: {
        expression: '#expName_1, #expName_2.#expName_3, #expName_2.#expName_4[1]',
        expressionNames: { '#expName_1': 'a', '#expName_2': 'b', '#expName_3': 'c', '#expName_4': 'd' },
      },
    },
    'inferred',
  ],
  [
    'ddb.put({ key: { id: "abc" }, item: { value: 10 } })',
    { attributeValues: { value: { N: 10 } }, key: { id: { S: 'abc' } }, operation: 'PutItem' },
    'recorded',
  ],
  [
    'ddb.put({ key: { id: "test" }, item: { tags: ddb.toStringSet(["a"]) }, condition: { id: { attributeExists: false } } })',
    {
      operation: 'PutItem',
      key,
      attributeValues: { tags: { SS: ['a'] } },
      condition: { expression: '(attribute_not_exists(#id))', expressionNames: { '#id': 'id' } },
    },
    'inferred',
  ],
  ['ddb.remove({ key: { id: "test" } })', { key, operation: 'DeleteItem' }, 'recorded'],
  ['ddb.scan({ limit: 10, nextToken: "abc" })', { limit: 10, nextToken: 'abc', operation: 'Scan' }, 'recorded'],
  [
    'ddb.query({ query: { id: { eq: "a" }, n: { between: [1, 2] } }, index: "byN", scanIndexForward: false, filter: { v: { gt: 1 } } })',
    {
      operation: 'Query',
      query: {
        expression: '(#id = :id_eq) AND (#n BETWEEN :n_between_start AND :n_between_end)',
        expressionNames: { '#id': 'id', '#n': 'n' },
        expressionValues: { ':id_eq': { S: 'a' }, ':n_between_start': { N: 1 }, ':n_between_end': { N: 2 } },
      },
      index: 'byN',
      scanIndexForward: false,
      filter: { expression: '(#v > :v_gt)', expressionNames: { '#v': 'v' }, expressionValues: { ':v_gt': { N: 1 } } },
    },
    'inferred',
  ],
  [
    'ddb.sync({ limit: 10, nextToken: "abc", lastSync: 1 })',
    { operation: 'Sync', limit: 10, nextToken: 'abc', lastSync: 1 },
    'recorded',
  ],
  [
    'ddb.scan({ index: null, limit: null, nextToken: null, filter: null, projection: null })',
    { operation: 'Scan' },
    'inferred',
  ],
  [
    update('age: ddb.operations.add(10)'),
    set('SET #expName_1 = :expValue_1', { '#expName_1': 'age' }, { ':expValue_1': { N: 10 } }),
    'recorded',
  ],
  [
    update('values: ddb.operations.append([1, 2, 3])'),
    set(
      'SET #expName_1 = list_append(#expName_1, :expValue_1)',
      { '#expName_1': 'values' },
      { ':expValue_1': numbers },
    ),
    'recorded',
  ],
  [
    update('values: ddb.operations.prepend([1, 2, 3])'),
    set(
      'SET #expName_1 = list_append(:expValue_1, #expName_1)',
      { '#expName_1': 'values' },
      { ':expValue_1': numbers },
    ),
    'recorded',
  ],
  [
    update('age: ddb.operations.increment(10)'),
    set('SET #expName_1 = #expName_1 + :expValue_1', { '#expName_1': 'age' }, { ':expValue_1': { N: 10 } }),
    'recorded',
  ],
  [
    update('age: ddb.operations.decrement(10)'),
    set('SET #expName_1 = #expName_1 - :expValue_1', { '#expName_1': 'age' }, { ':expValue_1': { N: 10 } }),
    'recorded',
  ],
  [
    update('values: ddb.operations.replace({ a: 10 })'),
    set('SET #expName_1 = :expValue_1', { '#expName_1': 'values' }, { ':expValue_1': { M: { a: { N: 10 } } } }),
    'recorded',
  ],
  [update('a: ddb.operations.remove()'), set('REMOVE #expName_1', { '#expName_1': 'a' }, {}), 'recorded'],
  [
    update('gone: ddb.operations.remove(), zero: 0, no: false, empty: "", nil: null, deep: { a: { b: 1 } }'),
    set(
      'SET #expName_1 = :expValue_1, #expName_2 = :expValue_2, #expName_3 = :expValue_3, #expName_4 = :expValue_4, #expName_5.#expName_6.#expName_7 = :expValue_5 REMOVE #expName_8',
      {
        ...{
          '#expName_1': 'zero',
          '#expName_2': 'no',
          '#expName_3': 'empty',
          '#expName_4': 'nil',
          '#expName_5': 'deep',
        },
        ...{ '#expName_6': 'a', '#expName_7': 'b', '#expName_8': 'gone' },
      },
      {
        ...{
          ':expValue_1': { N: 0 },
          ':expValue_2': { BOOL: false },
          ':expValue_3': { S: '' },
          ':expValue_4': { NULL: null },
        },
        ...{ ':expValue_5': { N: 1 } },
      },
    ),
    'inferred',
  ],
  [
    update('list: [ddb.operations.updateListItem("x", 1), ddb.operations.updateListItem("y", 2)]'),
    set(
      'SET #expName_1[1] = :expValue_1, #expName_1[2] = :expValue_2',
      { '#expName_1': 'list' },
      { ':expValue_1': { S: 'x' }, ':expValue_2': { S: 'y' } },
    ),
    'recorded',
  ],
  ['ddb.operations.add(10)', { type: 'OPERATION_ADD', value: 10 }, 'recorded'],
  ['ddb.operations.append([1, 2, 3])', { items: [1, 2, 3], type: 'OPERATION_APPEND' }, 'recorded'],
  ['ddb.operations.decrement(10)', { by: 10, type: 'OPERATION_DECREMENT' }, 'recorded'],
  ['ddb.operations.increment(10)', { by: 10, type: 'OPERATION_INCREMENT' }, 'recorded'],
  ['ddb.operations.increment()', { by: 1, type: 'OPERATION_INCREMENT' }, 'documented'],
  ['ddb.operations.prepend([1, 2, 3])', { items: [1, 2, 3], type: 'OPERATION_PREPEND' }, 'recorded'],
  ['ddb.operations.replace({ a: 10 })', { type: 'OPERATION_REPLACE', value: { a: 10 } }, 'recorded'],
  [
    'ddb.batchGet({ tables: { post: { keys: [{ id: "1" }, { id: "2" }], consistentRead: false, projection: ["id"] } } })',
    {
      operation: 'BatchGetItem',
      tables: {
        post: {
          keys: [{ id: { S: '1' } }, { id: { S: '2' } }],
          consistentRead: false,
          projection: { expression: '#expName_1', expressionNames: { '#expName_1': 'id' } },
        },
      },
    },
    'documented',
  ],
  [
    'ddb.batchPut({ tables: { post: [{ id: "one", n: 1 }] } })',
    { operation: 'BatchPutItem', tables: { post: [{ id: { S: 'one' }, n: { N: 1 } }] } },
    'documented',
  ],
  [
    'ddb.batchDelete({ tables: { post: [{ id: "one" }] } })',
    { operation: 'BatchDeleteItem', tables: { post: [{ id: { S: 'one' } }] } },
    'documented',
  ],
  [
    'ddb.transactGet({ items: [{ table: "post", key: { id: "test" } }] })',
    { operation: 'TransactGetItems', transactItems: [{ table: 'post', key }] },
    'documented',
  ],
  [
    `ddb.transactWrite({ items: [
      { putItem: { table: "post", key: { id: "test" }, item: { a: 1 }, condition: { id: { attributeExists: false } } } },
      { updateItem: { table: "post", key: { id: "test" }, update: { a: 1 } } },
      { deleteItem: { table: "post", key: { id: "test" } } },
      { conditionCheck: { table: "post", key: { id: "test" }, condition: { a: { eq: 1 } } } } ] })`,
    {
      operation: 'TransactWriteItems',
      transactItems: [
        {
          table: 'post',
          operation: 'PutItem',
          attributeValues: { a: { N: 1 } },
          key,
          condition: { expression: '(attribute_not_exists(#id))', expressionNames: { '#id': 'id' } },
        },
        {
          table: 'post',
          operation: 'UpdateItem',
          update: {
            expression: 'SET #expName_1 = :expValue_1',
            expressionNames: { '#expName_1': 'a' },
            expressionValues: { ':expValue_1': { N: 1 } },
          },
          key,
        },
        { table: 'post', operation: 'DeleteItem', key },
        {
          table: 'post',
          operation: 'ConditionCheck',
          key,
          condition: {
            expression: '(#a = :a_eq)',
            expressionNames: { '#a': 'a' },
            expressionValues: { ':a_eq': { N: 1 } },
          },
        },
      ],
    },
    'documented',
  ],
  ['ddb.get({})', fails('key is required and must be an Object.'), 'inferred'],
  ['ddb.put(null)', fails('Expected the payload to be an Object.'), 'inferred'],
];
