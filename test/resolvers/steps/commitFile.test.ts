import { describe, expect, it } from 'vitest';
import { availableRow, pendingRow } from '../../support/fileRow';
import { owner, useEvaluateCode } from '../../support/useEvaluateCode';

interface Update {
  readonly expression: string;
  readonly expressionNames: Record<string, string>;
  readonly expressionValues: Record<string, unknown>;
}

/** The values that an update sets, by attribute. */
const assignmentsOf = (request: unknown) => {
  const { update }: { readonly update: Update } = JSON.parse(JSON.stringify(request));
  const { expression, expressionNames, expressionValues } = update;
  return Object.fromEntries(
    [...expression.matchAll(/(#\w+) = (:\w+)/g)].map(([, name = '', value = '']) => [
      expressionNames[name],
      expressionValues[value],
    ]),
  );
};

describe('commitFile', () => {
  const evaluate = useEvaluateCode('commitFile');

  it('makes the row AVAILABLE with all sort keys, on condition that it is PENDING', async () => {
    const stash = { upload: pendingRow(), metadata: { FileName: 'ÄRGER.png', Extra: '{"a":1}' } };

    const { result } = await evaluate('request', { stash, prev: { result: 'v7' } });

    expect(result).toMatchObject({
      operation: 'UpdateItem',
      key: { UserId: { S: owner.sub }, FileId: { S: pendingRow().FileId } },
      update: { expression: expect.stringMatching(/ REMOVE #\w+$/) },
      condition: { expressionNames: { '#Status': 'Status' }, expressionValues: { ':Status_eq': { S: 'PENDING' } } },
    });
    expect(assignmentsOf(result)).toMatchObject({
      Status: { S: 'AVAILABLE' },
      VersionId: { S: 'v7' },
      FileName: { S: 'ÄRGER.png' },
      Extra: { S: '{"a":1}' },
      UploadedKey: { S: expect.stringMatching(/^A#\d{4}-/) },
      NameKey: { S: 'A#ärger.png' },
      SizeKey: { S: 'A#0000000000001024' },
      TypeKey: { S: expect.stringMatching(/^A#image\/png#\d{4}-/) },
    });
  });

  it('gives the row', async () => {
    const { result } = await evaluate('response', { result: availableRow() });

    expect(result).toEqual(availableRow());
  });

  it('returns null when another call was faster', async () => {
    const { result, error } = await evaluate('response', {
      error: { type: 'DynamoDB:ConditionalCheckFailedException', message: 'The conditional request failed' },
    });

    expect([result, error]).toEqual([null, undefined]);
  });
});

describe('confirmFile', () => {
  const evaluate = useEvaluateCode('confirmFile');
  const stash = { upload: pendingRow(), metadata: { FileName: 'Ferien – Büsum.png', Extra: 'null' }, versionId: 'v1' };

  it('does nothing when the row was written', async () => {
    const { result } = await evaluate('request', { stash, prev: { result: availableRow() } });

    expect(result).toEqual(availableRow());
  });

  it('reads what another call saved', async () => {
    const { result } = await evaluate('request', { stash, prev: { result: null } });

    expect(result).toMatchObject({ operation: 'GetItem', consistentRead: true });
  });

  it('takes the same metadata for the same answer', async () => {
    const { result } = await evaluate('response', { stash, result: availableRow() });

    expect(result).toEqual(availableRow());
  });

  it.each([
    null,
    availableRow({ FileName: 'other.png' }),
    availableRow({ VersionId: 'v2' }),
    availableRow({ Extra: '{}' }),
  ])('says that the upload was saved or ended meanwhile', async (row) => {
    const { error } = await evaluate('response', { stash, result: row });

    expect(error).toBe('The upload was saved or ended in the meantime.');
  });
});
