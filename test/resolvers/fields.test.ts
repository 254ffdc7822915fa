import { describe, expect, it } from 'vitest';
import { limits } from '../../config/limits';
import { availableRow, pendingRow, trashedRow } from '../support/fileRow';
import { owner, useEvaluateCode } from '../support/useEvaluateCode';

describe('Mutation.abortUpload', () => {
  const evaluate = useEvaluateCode('Mutation.abortUpload');
  const args = { input: { fileId: 'f1' } };

  it('removes the row while it is PENDING', async () => {
    const { result } = await evaluate('request', { arguments: args });

    expect(result).toMatchObject({ operation: 'DeleteItem', key: { UserId: { S: owner.sub }, FileId: { S: 'f1' } } });
    expect(JSON.stringify(result)).toContain('PENDING');
  });

  it('names the upload that was ended', async () => {
    const { result } = await evaluate('response', { arguments: args, result: pendingRow({ FileId: 'f1' }) });

    expect(result).toEqual({ fileId: 'f1' });
  });

  it.each([
    { error: { type: 'DynamoDB:ConditionalCheckFailedException', message: 'The conditional request failed' } },
    { result: null },
  ])('refuses when there is none (%j)', async (answer) => {
    const { error } = await evaluate('response', { arguments: args, ...answer });

    expect(error).toBe('You have no such pending upload.');
  });
});

describe('Query.getFile', () => {
  const evaluate = useEvaluateCode('Query.getFile');

  it.each([
    [trashedRow(), undefined, { status: 'TRASHED', expiresAt: '2096-10-02T07:06:40.000Z', downloadUrl: null }],
    [availableRow(), [{ downloadUrl: 'https://b/1' }], { status: 'AVAILABLE', downloadUrl: 'https://b/1' }],
  ])('shows the file that was found', async (row, downloads, expected) => {
    const { result } = await evaluate('response', {
      prev: { result: { items: [row], downloads } },
    });

    expect(result).toMatchObject(expected);
  });

  it('is null when there is none', async () => {
    const { result } = await evaluate('response', { prev: { result: { items: [] } } });

    expect(result).toBeNull();
  });
});

describe('Mutation.deleteFile', () => {
  const evaluate = useEvaluateCode('Mutation.deleteFile');

  it.each([
    [{ row: trashedRow() }, { status: 'TRASHED' }],
    [{}, null],
  ])('answers with the file as it is in the trash', async (deleted, file) => {
    const { result } = await evaluate('response', {
      arguments: { input: { fileId: 'f1' } },
      prev: { result: deleted },
    });

    expect(result).toMatchObject({ fileId: 'f1', file });
  });
});

describe('Query.myUsage', () => {
  const evaluate = useEvaluateCode('Query.myUsage');

  it('reads the owner’s own entry, consistently', async () => {
    const { result } = await evaluate('request', {});

    expect(result).toEqual({
      operation: 'GetItem',
      key: { UserId: { S: owner.sub }, Entry: { S: 'TOTAL' } },
      consistentRead: true,
    });
  });

  it.each([
    [
      { TotalBytes: 100, PendingBytes: 40, TotalFiles: 5, PendingFiles: 2 },
      { usedBytes: 60, reservedBytes: 40, fileCount: 3, pendingCount: 2 },
    ],
    [null, { usedBytes: 0, reservedBytes: 0, fileCount: 0, pendingCount: 0 }],
  ])('tells what of %j is used and what is promised', async (row, expected) => {
    const { result } = await evaluate('response', { result: row });

    expect(result).toEqual({ ...expected, maxBytes: limits.maxUserBytes, maxFiles: limits.maxUserFiles });
  });
});

describe('Query.uploadPolicy', () => {
  const evaluate = useEvaluateCode('Query.uploadPolicy');

  it('gives every limit as data', async () => {
    const { result } = await evaluate('response', { result: null });

    expect(result).toEqual({ ...limits, allowedContentTypes: [...limits.allowedContentTypes] });
  });
});

describe('Mutation.publishFileEvent', () => {
  const evaluate = useEvaluateCode('Mutation.publishFileEvent');

  it('shows the row of the change as a file', async () => {
    const input = { userId: owner.sub, fileId: 'f1', type: 'UPLOADED', at: '2026-11-22T08:01:00.000Z' };
    const row = availableRow({ FileId: 'f1' });

    const request = await evaluate('request', { arguments: { input: { ...input, row } } });
    const { result } = await evaluate('response', { arguments: { input }, result: row });

    expect(request.result).toEqual({ payload: row });
    expect(result).toMatchObject({ ...input, file: { fileId: 'f1', status: 'AVAILABLE' } });
  });
});

describe('Subscription.onMyFileEvent', () => {
  const evaluate = useEvaluateCode('Subscription.onMyFileEvent');

  it('takes no argument for a user, and no fileId that cannot be one', async () => {
    const mine = await evaluate('response', { arguments: {} });
    const wrong = await evaluate('response', { arguments: { fileId: '#' } });

    expect([mine.result, mine.error]).toEqual([null, undefined]);
    expect(wrong.error).toBe('You have no file with this fileId.');
  });

  it('refuses a caller who is no pool user', async () => {
    const { error } = await evaluate('response', { identity: null });

    expect(error).toBe('Unauthorized');
  });
});
