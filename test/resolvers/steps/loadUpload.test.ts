import { describe, expect, it } from 'vitest';
import { availableRow, pendingRow } from '../../support/fileRow';
import { owner, useEvaluateCode } from '../../support/useEvaluateCode';

const { FileId: fileId } = pendingRow();

describe('loadUpload', () => {
  const evaluate = useEvaluateCode('loadUpload');
  const load = (input: object, row: unknown) =>
    evaluate('response', { arguments: { input: { fileId, ...input } }, result: row });

  it('reads the row of the owner, consistently', async () => {
    const { result } = await evaluate('request', { arguments: { input: { fileId } } });

    expect(result).toMatchObject({
      operation: 'GetItem',
      key: { UserId: { S: owner.sub }, FileId: { S: fileId } },
      consistentRead: true,
    });
  });

  it('keeps the metadata to save for the last step', async () => {
    const { result, stash } = await load({ fileName: 'new.png', extra: { tag: 'sea' } }, pendingRow());

    expect(result).toEqual(pendingRow());
    expect(stash).toEqual({ metadata: { FileName: 'new.png', Extra: '{"tag":"sea"}' } });
  });

  it('keeps the name of the ticket when no other is given', async () => {
    const { stash } = await load({}, pendingRow());

    expect(stash).toEqual({ metadata: { FileName: 'Ferien – Büsum.png', Extra: 'null' } });
  });

  it.each([
    [{}, null, 'You have no such upload.'],
    [{ key: 'uploads/other' }, pendingRow(), 'The key is not that of the ticket.'],
    [{ size: 1 }, pendingRow(), 'The ticket is for 1024 bytes, not 1.'],
    [{ contentType: 'image/gif' }, pendingRow(), 'The ticket is for image/png.'],
    [{ fileName: 'a/b' }, pendingRow(), expect.stringMatching(/^A file name/)],
    [{ extra: [1] }, pendingRow(), 'extra must be a JSON object.'],
    [{ extra: 'text' }, pendingRow(), 'extra must be a JSON object.'],
    [{ extra: { a: 'x'.repeat(16_384) } }, pendingRow(), 'extra may have at most 16384 characters of JSON.'],
    [{}, pendingRow({ ExpiresAt: 1 }), 'The upload has ended; ask for a new ticket.'],
    [{ fileName: 'other.png' }, availableRow(), 'The file was saved with other metadata.'],
    [{ extra: { a: 1 } }, availableRow(), 'The file was saved with other metadata.'],
    [{}, availableRow({ Status: 'TRASHED' }), 'The file is TRASHED.'],
    [{}, availableRow({ Status: 'REJECTED' }), 'The file is REJECTED.'],
  ])('refuses %j', async (input, row, message) => {
    const { error } = await load(input, row);

    expect(error).toEqual(message);
  });

  it.each([{}, { size: 1024, contentType: 'IMAGE/PNG', key: pendingRow().S3Key }])(
    'lets the same be said twice: %j',
    async (input) => {
      const { result, error } = await load(input, availableRow());

      expect(error).toBeUndefined();
      expect(result).toEqual(availableRow());
    },
  );
});
