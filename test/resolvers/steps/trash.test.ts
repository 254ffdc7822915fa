import { describe, expect, it } from 'vitest';
import { availableRow, pendingRow, trashedRow } from '../../support/fileRow';
import { owner, useEvaluateCode } from '../../support/useEvaluateCode';

const lostRaces = [
  { type: 'DynamoDB:ConditionalCheckFailedException', message: 'The conditional request failed' },
  { type: 'DynamoDB:TransactionConflictException', message: 'Transaction is ongoing for the item' },
];
const busy = 'The file was being changed: send the request again.';

describe('findFile', () => {
  const evaluate = useEvaluateCode('findFile');

  it.each([{ fileId: 'f1' }, { input: { fileId: 'f1' } }])(
    'reads the row that %j names, consistently',
    async (args) => {
      const { result } = await evaluate('request', { arguments: args });

      expect(result).toEqual({
        operation: 'GetItem',
        key: { UserId: { S: owner.sub }, FileId: { S: 'f1' } },
        consistentRead: true,
      });
    },
  );

  it('finds nothing under a malformed fileId', async () => {
    const { result } = await evaluate('request', { arguments: { fileId: '#' } });

    expect(result).toEqual({ items: [] });
  });

  it('gives a page of one row, or of none', async () => {
    const one = await evaluate('response', { result: pendingRow() });
    const none = await evaluate('response', { result: null });

    expect(one.result).toEqual({ items: [pendingRow()] });
    expect(none.result).toEqual({ items: [] });
  });
});

describe('deleteFile', () => {
  const evaluate = useEvaluateCode('deleteFile');
  const remove = (row: object | undefined, permanent?: boolean) =>
    evaluate('request', {
      arguments: { input: { fileId: 'f1', permanent } },
      prev: { result: { items: row ? [row] : [] } },
    });

  it('puts an AVAILABLE file into the trash, for 30 days', async () => {
    const { result } = await remove(availableRow());

    const { attributeValues } = JSON.parse(JSON.stringify(result));
    expect(result).toMatchObject({
      operation: 'PutItem',
      attributeValues: { Status: { S: 'TRASHED' }, NameKey: { S: 'T#ferien – büsum.png' }, Version: { N: 2 } },
      condition: { expressionValues: { ':readVersion': { N: 1 } } },
    });
    expect(attributeValues.ExpiresAt.N - Date.parse(attributeValues.TrashedAt.S) / 1000).toBeCloseTo(30 * 86_400, -1);
  });

  it('removes the row when asked to, from the trash as well', async () => {
    const { result } = await remove(trashedRow(), true);

    expect(result).toMatchObject({
      operation: 'DeleteItem',
      condition: { expressionValues: { ':readVersion': { N: 2 }, ':readStatus': { S: 'TRASHED' } } },
    });
  });

  it('has nothing left to do for a file that is deleted', async () => {
    const trashed = await remove(trashedRow());
    const gone = await remove(undefined, true);

    expect(trashed.result).toEqual({ row: trashedRow() });
    expect(gone.result).toEqual({});
  });

  it.each([
    [undefined, false, 'You have no such file.'],
    [pendingRow(), false, 'A pending upload is ended by abortUpload.'],
    [pendingRow(), true, 'A pending upload is ended by abortUpload.'],
    [availableRow({ Status: 'REJECTED' }), false, 'A REJECTED file can only be deleted for good.'],
  ])('refuses anything else', async (row, permanent, message) => {
    const { error } = await remove(row, permanent);

    expect(error).toBe(message);
  });

  it.each(lostRaces)('names a lost race: $type', async (lostRace) => {
    const { error } = await evaluate('response', { arguments: { input: {} }, error: lostRace });

    expect(error).toBe(busy);
  });
});

describe('findFiles', () => {
  const evaluate = useEvaluateCode('findFiles');

  it('asks for each file of the owner once', async () => {
    const { result } = await evaluate('request', { arguments: { input: { fileIds: ['a', 'b', 'a'] } } });

    expect(result).toEqual({
      operation: 'BatchGetItem',
      tables: {
        MyAppFiles: {
          keys: ['a', 'b'].map((id) => ({ UserId: { S: owner.sub }, FileId: { S: id } })),
          consistentRead: true,
        },
      },
    });
  });

  it.each([
    [[], 'Name 1 to 50 files.'],
    [Array.from({ length: 51 }, () => 'a'), 'Name 1 to 50 files.'],
    [['a', '#TOTAL'], 'One of these is not a fileId.'],
  ])('refuses other lists', async (fileIds, message) => {
    const { error } = await evaluate('request', { arguments: { input: { fileIds } } });

    expect(error).toBe(message);
  });

  it('skips missing files, and refuses with BUSY when the table is busy', async () => {
    const found = await evaluate('response', {
      result: { data: { MyAppFiles: [null, availableRow()] }, unprocessedKeys: { MyAppFiles: [] } },
    });
    const unprocessed = await evaluate('response', {
      result: { data: { MyAppFiles: [null] }, unprocessedKeys: { MyAppFiles: [{ FileId: 'a' }] } },
    });

    expect(found.result).toEqual([availableRow()]);
    expect(unprocessed.error).toBe('The table is busy: send the request again.');
  });
});

describe('deleteFiles', () => {
  const evaluate = useEvaluateCode('deleteFiles');
  const remove = (rows: readonly object[], permanent = false) =>
    evaluate('request', {
      arguments: { input: { permanent } },
      stash: { wanted: ['f1', 'f2'] },
      prev: { result: rows },
    });
  const [first, second] = [availableRow({ FileId: 'f1' }), trashedRow({ FileId: 'f2' })];

  it('trashes in one transaction those that are not in the trash, and answers with all', async () => {
    const { result, stash } = await remove([first, second]);

    expect(result).toMatchObject({
      operation: 'TransactWriteItems',
      transactItems: [{ table: 'MyAppFiles', operation: 'PutItem', attributeValues: { Status: { S: 'TRASHED' } } }],
    });
    expect(stash['deleted']).toMatchObject([
      { fileId: 'f1', file: { status: 'TRASHED', version: 2 } },
      { fileId: 'f2', file: { status: 'TRASHED', version: 2 } },
    ]);
  });

  it('removes the rows for good, and answers with every name', async () => {
    const { result, stash } = await remove([second], true);

    expect(result).toMatchObject({ transactItems: [{ operation: 'DeleteItem', key: { FileId: { S: 'f2' } } }] });
    expect(stash['deleted']).toEqual([
      { fileId: 'f1', file: null },
      { fileId: 'f2', file: null },
    ]);
  });

  it('asks the table for nothing when nothing is left to do', async () => {
    const { result } = await remove([second]);

    expect(result).toMatchObject([{ fileId: 'f2' }]);
  });

  it('refuses a list with a pending upload', async () => {
    const { error } = await remove([first, pendingRow()]);

    expect(error).toBe('A pending upload is ended by abortUpload.');
  });

  it.each(['ConditionalCheckFailed', 'TransactionConflict'])('asks for patience on %s', async (type) => {
    const { error } = await evaluate('response', {
      error: { type: 'DynamoDB:TransactionCanceledException', message: 'Transaction cancelled' },
      result: { keys: null, cancellationReasons: [{ type }] },
    });

    expect(error).toBe('One of the files was being changed: send the request again.');
  });
});

describe('restoreFile', () => {
  const evaluate = useEvaluateCode('restoreFile');
  const restore = (row: object) => evaluate('request', { prev: { result: row } });

  it('makes a file in the trash AVAILABLE as it was, without an end', async () => {
    const { result } = await restore(trashedRow());

    expect(result).toMatchObject({
      operation: 'PutItem',
      attributeValues: {
        Status: { S: 'AVAILABLE' },
        UploadedKey: { S: availableRow().UploadedKey },
        Version: { N: 3 },
      },
    });
    expect(JSON.stringify(result)).not.toMatch(/ExpiresAt|TrashedAt/);
  });

  it('has nothing to do for a file that is not in the trash', async () => {
    const { result } = await restore(availableRow());

    expect(result).toEqual(availableRow());
  });

  it.each([
    [trashedRow({ ExpiresAt: 1 }), 'You have no such file.'],
    [availableRow({ Status: 'REJECTED' }), 'The file is REJECTED.'],
  ])('refuses anything else', async (row, message) => {
    const { error } = await restore(row);

    expect(error).toBe(message);
  });

  it.each(lostRaces)('names a lost race: $type', async (lostRace) => {
    const { error } = await evaluate('response', { error: lostRace });

    expect(error).toBe(busy);
  });
});
