import { afterAll, describe, expect, it } from 'vitest';
import { openTables } from '../../../../../local/dynamodb/openTables';
import { FieldFailure } from '../../../../../local/appsync/errors';
import { createDynamodbSource } from '../../../../../local/appsync/sources/dynamodb/createDynamodbSource';
import { createPageTokens } from '../../../../../local/appsync/sources/dynamodb/createPageTokens';
import { table } from '../../edge/startApi';

const opening = openTables({ tables: [table], clock: () => 0 });
afterAll(async () => (await opening).close());

const all = [
  'GetItem',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'Query',
  'Scan',
  'BatchGetItem',
  'BatchWriteItem',
  'ConditionCheckItem',
];
const ids = { last: 0 };

/** A source with a table partition that no other test uses. */
const openSource = async (may: readonly string[] = all, key = Buffer.alloc(32, 1)) => {
  const source = createDynamodbSource({
    name: 'notes',
    table: table.name,
    may: { [table.name]: may.map((action) => `dynamodb:${action}`) },
    tables: await opening,
    pageTokens: createPageTokens(key),
  });
  ids.last += 1;
  const owner = `owner-${ids.last}`;
  return {
    owner,
    keyOf: (id: string) => ({ Owner: { S: owner }, Id: { S: id } }),
    ask: async (request: unknown) => {
      const { result, error } = await source.call(JSON.stringify(request));
      return { result: JSON.parse(result), error };
    },
  };
};

type Opened = Awaited<ReturnType<typeof openSource>>;
const put = ({ ask, keyOf }: Opened, id: string, attributeValues: object = {}) =>
  ask({ operation: 'PutItem', key: keyOf(id), attributeValues });

describe('GetItem and PutItem', () => {
  it('translate every kind of value both ways', async () => {
    const source = await openSource();
    const values = {
      text: { S: 'é' },
      number: { N: 12.5 },
      asText: { N: '7' },
      nothing: { NULL: null },
      yes: { BOOL: true },
      list: { L: [{ N: 1 }, { NULL: null }, { M: { deep: { N: 2 } } }] },
      map: { M: {} },
      names: { SS: ['a', 'b'] },
      numbers: { NS: [1, 2] },
      bytes: { B: 'AAE=' },
    };
    const plain = {
      Owner: source.owner,
      Id: '1',
      text: 'é',
      number: 12.5,
      asText: 7,
      nothing: null,
      yes: true,
      list: [1, null, { deep: 2 }],
      map: {},
      names: ['a', 'b'],
      numbers: [1, 2],
      bytes: 'AAE=',
    };

    const written = await put(source, '1', values);
    const read = await source.ask({ operation: 'GetItem', key: source.keyOf('1'), consistentRead: true });

    expect(written).toEqual({ result: plain, error: undefined });
    expect(read.result).toEqual(plain);
  });

  it('give null for no item, and only what a projection names', async () => {
    const source = await openSource();
    await put(source, '1', { title: { S: 't' }, size: { N: 1 } });
    const projection = { expression: '#t', expressionNames: { '#t': 'title' } };

    expect((await source.ask({ operation: 'GetItem', key: source.keyOf('2') })).result).toBeNull();
    expect((await source.ask({ operation: 'GetItem', key: source.keyOf('1'), projection })).result).toEqual({
      title: 't',
    });
  });
});

describe('UpdateItem and DeleteItem', () => {
  it('give the whole new item, and the one that was', async () => {
    const source = await openSource();
    await put(source, '1', { count: { N: 1 }, title: { S: 't' } });
    const update = {
      expression: 'SET #c = #c + :one',
      expressionNames: { '#c': 'count' },
      expressionValues: { ':one': { N: 1 } },
    };
    const changed = { Owner: source.owner, Id: '1', count: 2, title: 't' };

    expect((await source.ask({ operation: 'UpdateItem', key: source.keyOf('1'), update })).result).toEqual(changed);
    expect((await source.ask({ operation: 'DeleteItem', key: source.keyOf('1') })).result).toEqual(changed);
    expect((await source.ask({ operation: 'DeleteItem', key: source.keyOf('1') })).result).toBeNull();
  });
});

describe('a failed condition', () => {
  const isNew = { expression: 'attribute_not_exists(Id)' };
  const refusal = {
    type: 'DynamoDB:ConditionalCheckFailedException',
    message: expect.stringMatching(
      /^The conditional request failed \(Service: DynamoDb, Status Code: 400, Request ID: [\dA-F]{52}\)$/,
    ),
  };

  it('is an error with the item that is there as the result', async () => {
    const source = await openSource();
    await put(source, '1', { title: { S: 'old' } });

    const { result, error } = await source.ask({
      operation: 'PutItem',
      key: source.keyOf('1'),
      attributeValues: { title: { S: 'new' } },
      condition: isNew,
    });

    expect(error).toEqual(refusal);
    expect(result).toEqual({ Owner: source.owner, Id: '1', title: 'old' });
  });

  it('counts as success when the item there is the wanted one, but for what is ignored', async () => {
    const source = await openSource();
    await put(source, '1', { title: { S: 't' }, at: { N: 1 } });

    const { result, error } = await source.ask({
      operation: 'PutItem',
      key: source.keyOf('1'),
      attributeValues: { title: { S: 't' }, at: { N: 2 } },
      condition: { ...isNew, equalsIgnore: ['at'] },
    });

    expect(error).toBeUndefined();
    expect(result).toMatchObject({ at: 1 });
  });

  it('of a deletion counts as success when nothing is there', async () => {
    const source = await openSource();
    const request = {
      operation: 'DeleteItem',
      key: source.keyOf('9'),
      condition: { expression: 'attribute_exists(Id)' },
    };

    expect(await source.ask(request)).toEqual({ result: null, error: undefined });
  });

  it('of an update is always an error', async () => {
    const source = await openSource();
    await put(source, '1', { version: { N: 3 } });

    const { result, error } = await source.ask({
      operation: 'UpdateItem',
      key: source.keyOf('1'),
      update: { expression: 'SET version = :next', expressionValues: { ':next': { N: 3 } } },
      condition: { expression: 'version = :known', expressionValues: { ':known': { N: 2 } } },
    });

    expect(error).toEqual(refusal);
    expect(result).toMatchObject({ version: 3 });
  });

  it('is not looked into when the source may not read', async () => {
    const source = await openSource(['PutItem']);
    await put(source, '1');

    const { result, error } = await source.ask({ operation: 'PutItem', key: source.keyOf('1'), condition: isNew });

    expect(error).toEqual(refusal);
    expect(result).toBeNull();
  });
});

describe('Query and Scan', () => {
  const inPartition = ({ owner }: Opened) => ({
    expression: '#o = :o',
    expressionNames: { '#o': 'Owner' },
    expressionValues: { ':o': { S: owner } },
  });
  const fill = async (source: Opened, count = 5) => {
    for (let at = 1; at <= count; at += 1) await put(source, String(at), { size: { N: at } });
  };
  const idsOf = (result: { items: { Id: string }[] }) => result.items.map(({ Id }) => Id);

  it('give pages until the token is null', async () => {
    const source = await openSource();
    await fill(source);
    const request = { operation: 'Query', query: inPartition(source), limit: 2, nextToken: null };

    const first = await source.ask(request);
    const second = await source.ask({ ...request, nextToken: first.result.nextToken });
    const third = await source.ask({ ...request, nextToken: second.result.nextToken });

    expect([first, second, third].map(({ result }) => idsOf(result))).toEqual([['1', '2'], ['3', '4'], ['5']]);
    expect(first.result.scannedCount).toBe(2);
    expect(third.result.nextToken).toBeNull();
  });

  it('filter, turn round and project', async () => {
    const source = await openSource();
    await fill(source);

    const { result } = await source.ask({
      operation: 'Query',
      query: inPartition(source),
      scanIndexForward: false,
      filter: { expression: '#s > :s', expressionNames: { '#s': 'size' }, expressionValues: { ':s': { N: 2 } } },
      projection: { expression: 'Id' },
    });

    expect(result).toEqual({ items: [{ Id: '5' }, { Id: '4' }, { Id: '3' }], nextToken: null, scannedCount: 5 });
  });

  it('scan what a filter lets through', async () => {
    const source = await openSource();
    await fill(source, 2);

    const { result } = await source.ask({
      operation: 'Scan',
      filter: {
        expression: '#o = :o',
        expressionNames: { '#o': 'Owner' },
        expressionValues: { ':o': { S: source.owner } },
      },
    });

    expect(idsOf(result).sort()).toEqual(['1', '2']);
  });

  it('give tokens that say nothing of the table', async () => {
    const source = await openSource();
    await fill(source, 2);

    const { result } = await source.ask({ operation: 'Query', query: inPartition(source), limit: 1 });

    const decoded = Buffer.from(result.nextToken, 'base64').toString();
    expect(decoded).toMatch(/^\{"version":2,"token":"/);
    expect(Buffer.from(JSON.parse(decoded).token, 'base64').toString('latin1')).not.toContain(source.owner);
  });

  it.each([
    ['nonsense', () => 'nonsense'],
    ['nothing', () => ''],
    ['a number', () => 7],
    [
      'a plain last key',
      ({ owner }: Opened) => Buffer.from(JSON.stringify({ Owner: { S: owner }, Id: { S: '1' } })).toString('base64'),
    ],
    ['one bit changed', (_: Opened, token: string) => flip(token)],
    ['a cut', (_: Opened, token: string) => token.slice(0, -8)],
  ])('refuse a token that is %s', async (_what, make) => {
    const source = await openSource();
    await fill(source, 2);
    const request = { operation: 'Query', query: inPartition(source), limit: 1 };
    const { result } = await source.ask(request);

    const { error } = await source.ask({ ...request, nextToken: make(source, result.nextToken) });

    expect(error).toEqual({
      type: 'DynamoDB:UserIllegalArgumentException',
      message:
        'com.amazonaws.deepdish.common.pagination.InvalidPaginationTokenException: Invalid pagination token given.',
    });
  });

  it('refuse a token of another query, direction, index or key', async () => {
    const source = await openSource();
    const other = await openSource(all, Buffer.alloc(32, 2));
    const stranger = await openSource();
    await fill(source, 2);
    const request = { operation: 'Query', query: inPartition(source), limit: 1 };
    const { nextToken } = (await source.ask(request)).result;

    const answers = await Promise.all([
      stranger.ask({ ...request, query: inPartition(stranger), nextToken }),
      source.ask({ ...request, scanIndexForward: false, nextToken }),
      source.ask({ ...request, index: 'Other', nextToken }),
      source.ask({ operation: 'Scan', limit: 1, nextToken }),
      other.ask({ ...request, nextToken }),
    ]);

    expect(answers.map(({ error }) => error?.type)).toEqual(Array(5).fill('DynamoDB:UserIllegalArgumentException'));
  });
});

describe('batches', () => {
  it('put, get in the order asked, and delete', async () => {
    const source = await openSource();
    const rows = ['1', '2'].map((id) => ({ ...source.keyOf(id), size: { N: Number(id) } }));
    const keys = ['2', '9', '1'].map((id) => source.keyOf(id));
    const plain = (id: string) => ({ Owner: source.owner, Id: id, size: Number(id) });

    const written = await source.ask({ operation: 'BatchPutItem', tables: { Notes: rows } });
    const read = await source.ask({ operation: 'BatchGetItem', tables: { Notes: { keys, consistentRead: true } } });
    const removed = await source.ask({ operation: 'BatchDeleteItem', tables: { Notes: keys.slice(0, 1) } });

    expect(written.result).toEqual({ data: { Notes: [plain('1'), plain('2')] }, unprocessedItems: { Notes: [] } });
    expect(read.result).toEqual({ data: { Notes: [plain('2'), null, plain('1')] }, unprocessedKeys: { Notes: [] } });
    expect(removed.result).toEqual({
      data: { Notes: [{ Owner: source.owner, Id: '2' }] },
      unprocessedKeys: { Notes: [] },
    });
  });

  it.each([
    ['amount', {}, {}],
    ['#amount, Id', { '#amount': 'amount' }, { Id: '1' }],
    ['amount, #id, #owner', { '#id': 'Id', '#owner': 'Owner' }, { Id: '1', Owner: expect.any(String) }],
  ])('get the attributes %s and no others, in the order asked', async (expression, expressionNames, keys) => {
    const source = await openSource();
    await put(source, '1', { amount: { N: 1 }, text: { S: 't' } });
    const asked = { keys: ['9', '1'].map((id) => source.keyOf(id)), projection: { expression, expressionNames } };

    const { result } = await source.ask({ operation: 'BatchGetItem', tables: { Notes: asked } });

    expect(result.data.Notes).toEqual([null, { amount: 1, ...keys }]);
  });
});

describe('transactions', () => {
  it('write all and read all', async () => {
    const source = await openSource();
    await put(source, 'old');
    await put(source, 'guard');
    const write = (operation: string, id: string, rest = {}) => ({
      table: 'Notes',
      operation,
      key: source.keyOf(id),
      ...rest,
    });

    const written = await source.ask({
      operation: 'TransactWriteItems',
      transactItems: [
        write('PutItem', 'new', {
          attributeValues: { size: { N: 1 } },
          condition: { expression: 'attribute_not_exists(Id)' },
        }),
        write('UpdateItem', 'counter', { update: { expression: 'SET n = :n', expressionValues: { ':n': { N: 5 } } } }),
        write('DeleteItem', 'old'),
        write('ConditionCheck', 'guard', { condition: { expression: 'attribute_exists(Id)' } }),
      ],
    });
    const read = await source.ask({
      operation: 'TransactGetItems',
      transactItems: ['new', 'counter', 'old'].map((id) => ({ table: 'Notes', key: source.keyOf(id) })),
    });

    const key = (Id: string) => ({ Owner: source.owner, Id });
    expect(written.result).toEqual({ keys: ['new', 'counter', 'old', 'guard'].map(key), cancellationReasons: null });
    expect(read.result).toEqual({
      items: [{ ...key('new'), size: 1 }, { ...key('counter'), n: 5 }, null],
      cancellationReasons: null,
    });
  });

  it('that are cancelled say why, item by item', async () => {
    const source = await openSource();
    await put(source, '1', { size: { N: 1 } });

    const { result, error } = await source.ask({
      operation: 'TransactWriteItems',
      transactItems: [
        {
          table: 'Notes',
          operation: 'PutItem',
          key: source.keyOf('1'),
          condition: { expression: 'attribute_not_exists(Id)' },
        },
        { table: 'Notes', operation: 'PutItem', key: source.keyOf('2') },
      ],
    });

    expect(error?.type).toBe('DynamoDB:TransactionCanceledException');
    expect(result).toMatchObject({
      keys: null,
      cancellationReasons: [
        { type: 'ConditionalCheckFailed', item: { Owner: source.owner, Id: '1', size: 1 } },
        { type: 'None' },
      ],
    });
    expect((await source.ask({ operation: 'GetItem', key: source.keyOf('2') })).result).toBeNull();
  });
});

describe('a source', () => {
  it('is denied what its line in the manifest does not grant, and says which line', async () => {
    const source = await openSource(['GetItem']);

    const { result, error } = await source.ask({ operation: 'Scan' });

    expect(result).toBeNull();
    expect(error).toMatchObject({ type: 'DynamoDB:DynamoDbException' });
    expect(error?.message).toContain('is not authorized to perform: dynamodb:Scan on resource: table/Notes');
    expect(error?.message).toContain("add 'dynamodb:Scan' for it to sources.notes.may in resolvers/manifest.ts");
  });

  it.each([
    ['BatchGetItem', ['GetItem'], { tables: { Notes: { keys: [] } } }, 'BatchGetItem'],
    ['BatchPutItem', ['PutItem'], { tables: { Notes: [] } }, 'BatchWriteItem'],
    ['TransactGetItems', ['Query'], { transactItems: [{ table: 'Notes', key: {} }] }, 'GetItem'],
    [
      'TransactWriteItems',
      ['PutItem'],
      { transactItems: [{ table: 'Notes', key: {}, operation: 'ConditionCheck', condition: { expression: 'x' } }] },
      'ConditionCheckItem',
    ],
  ])('needs the grants behind %s', async (operation, may, request, missing) => {
    const { ask } = await openSource(may);

    const { error } = await ask({ operation, ...request });

    expect(error?.message).toContain(`is not authorized to perform: dynamodb:${missing}`);
  });

  it('reaches no table but its own', async () => {
    const { ask, keyOf } = await openSource();

    const { error } = await ask({ operation: 'BatchGetItem', tables: { Secrets: { keys: [keyOf('1')] } } });

    expect(error?.message).toContain('on resource: table/Secrets');
  });

  it.each(['constructor', '__proto__'])('is denied a table named %s like any other', async (table) => {
    const { ask, keyOf } = await openSource();

    const { error } = await ask({ operation: 'TransactGetItems', transactItems: [{ table, key: keyOf('1') }] });

    expect(error?.message).toContain(`is not authorized to perform: dynamodb:GetItem on resource: table/${table}`);
  });

  it.each([
    [{ Nope: { S: '1' } }, 'The provided key element does not match the schema'],
    [{ Id: {} }, 'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes'],
    [
      { Id: { S: '1', N: 1 } },
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    ],
  ])('hands on what DynamoDB refuses: the key %j', async (key, message) => {
    const { ask } = await openSource();

    const { error } = await ask({ operation: 'GetItem', key });

    expect(error).toMatchObject({
      type: 'DynamoDB:DynamoDbException',
      message: expect.stringContaining(`${message} (Service: DynamoDb, Status Code: 400, Request ID: `),
    });
  });

  it.each([
    [7, 'The request must be an object.'],
    [{}, "Value for field '$[operation]' not found."],
    [{ operation: 'Sync' }, "Unsupported operation 'Sync'."],
    [{ operation: 'GetItem' }, "Expected JSON object for '$[key]' but got a 'NULL' instead."],
    [
      { operation: 'GetItem', key: { Id: 'x' } },
      "Expected JSON object for attribute value '$[key][Id]' but got a 'STRING' instead.",
    ],
    [{ operation: 'Query' }, "Value for field '$[query]' not found."],
    [{ operation: 'Query', query: 'x' }, "Expected JSON object for '$[query]' but got a 'STRING' instead."],
    [{ operation: 'Query', query: {} }, "Value for field '$[query][expression]' not found."],
    [{ operation: 'BatchGetItem', tables: { Notes: [] } }, "Expected JSON object for '$[tables][Notes]'."],
    [
      { operation: 'TransactWriteItems', transactItems: [{ table: 'Notes', operation: 'Get', key: {} }] },
      "Unsupported operation 'Get' in '$[transactItems]'.",
    ],
    [{ operation: 'PutItem', key: {}, item: {} }, "Unsupported element '$[item]'."],
    [{ operation: 'UpdateItem', key: {}, returnValues: 'ALL_NEW' }, "Unsupported element '$[returnValues]'."],
    [
      { operation: 'DeleteItem', key: {}, condition: { expression: 'x', returnValuesOnConditionCheckFailure: true } },
      "Unsupported element '$[condition][returnValuesOnConditionCheckFailure]'.",
    ],
    [{ version: '2018-05-29', operation: 'Scan', limit: 1, Limit: 1 }, "Unsupported element '$[Limit]'."],
    [
      {
        operation: 'PutItem',
        key: {},
        condition: { expression: 'x', conditionalCheckFailedHandler: { strategy: 'Custom' } },
      },
      "conditionalCheckFailedHandler: the strategy 'Custom' is not supported.",
    ],
  ])('ends the field when the request has not the form: %j', async (request, message) => {
    const { ask } = await openSource();

    const failure = await ask(request).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(FieldFailure);
    expect(failure).toMatchObject({ errorType: 'MappingTemplate', message });
  });
});

function flip(token: string): string {
  const { version, token: inner } = JSON.parse(Buffer.from(token, 'base64').toString());
  const bytes = Buffer.from(inner, 'base64');
  bytes.writeUInt8(bytes.readUInt8(30) ^ 1, 30);
  return Buffer.from(JSON.stringify({ version, token: bytes.toString('base64') })).toString('base64');
}
