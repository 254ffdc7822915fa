import { describe, expect, it } from 'vitest';
import { availableRow, pendingRow } from '../../support/fileRow';
import { owner, useEvaluateCode } from '../../support/useEvaluateCode';

const MiB = 1024 ** 2;
const fresh = pendingRow({ Size: 100 * MiB, PartSize: 16 * MiB });
const begun = { ...fresh, UploadId: 'u1' };
const { FileId: fileId } = fresh;

describe('startMultipart', () => {
  const evaluate = useEvaluateCode('startMultipart');

  it('begins the multipart upload of a file to be sent in parts', async () => {
    const { result } = await evaluate('request', { stash: { upload: fresh } });

    expect(result).toEqual({
      operation: 'Invoke',
      payload: { owner: owner.sub, key: fresh.S3Key, contentType: 'image/png' },
    });
  });

  it.each([pendingRow(), begun])('begins none for one PUT, and none twice', async (upload) => {
    const { result } = await evaluate('request', { stash: { upload } });

    expect(result).toEqual({});
  });

  it('gives the id of the upload', async () => {
    const { result } = await evaluate('response', { result: { uploadId: 'u1' } });

    expect(result).toEqual({ uploadId: 'u1' });
  });
});

describe('recordMultipart', () => {
  const evaluate = useEvaluateCode('recordMultipart');

  it('lets the row name its upload, and keeps the first of two', async () => {
    const { result } = await evaluate('request', { stash: { upload: fresh }, prev: { result: { uploadId: 'u1' } } });

    expect(result).toMatchObject({
      operation: 'UpdateItem',
      update: { expression: 'SET UploadId = if_not_exists(UploadId, :uploadId)' },
    });
  });

  it('has nothing to do without one', async () => {
    const { result } = await evaluate('request', { stash: { upload: fresh }, prev: { result: {} } });

    expect(result).toEqual({});
  });

  it('hands the row to the next step', async () => {
    const { stash } = await evaluate('response', { stash: { upload: fresh }, result: begun });

    expect(stash).toEqual({ upload: begun });
  });

  it('says that the upload was saved or ended meanwhile', async () => {
    const { error } = await evaluate('response', {
      error: { type: 'DynamoDB:ConditionalCheckFailedException', message: 'The conditional request failed' },
    });

    expect(error).toBe('The upload was saved or ended in the meantime.');
  });
});

describe('prolongUpload', () => {
  const evaluate = useEvaluateCode('prolongUpload');
  const hour = 3_600;
  const seconds = Math.floor(Date.now() / 1000);
  const daysAgo = (days: number): string => new Date((seconds - days * 24 * hour) * 1000).toISOString();

  it('does not prolong an upload so old that the bucket may abort its parts first', async () => {
    const upload = { ...begun, CreatedAt: daysAgo(6.1), ExpiresAt: seconds + hour };

    const { result } = await evaluate('request', { stash: { upload } });

    expect(result).toEqual({});
  });

  it('prolongs one that goes on for days', async () => {
    const upload = { ...begun, CreatedAt: daysAgo(5.9), ExpiresAt: seconds + hour };

    const { result } = await evaluate('request', { stash: { upload } });

    expect(result).toMatchObject({ operation: 'UpdateItem', key: { FileId: { S: fileId } } });
  });

  it('says that there is none when it has ended meanwhile', async () => {
    const { error } = await evaluate('response', {
      error: { type: 'DynamoDB:ConditionalCheckFailedException', message: 'The conditional request failed' },
    });

    expect(error).toBe('You have no such pending upload.');
  });
});

describe('loadPendingUpload', () => {
  const evaluate = useEvaluateCode('loadPendingUpload');

  it.each([{ fileId }, { input: { fileId } }])('reads the row of the owner (%j)', async (args) => {
    const { result } = await evaluate('request', { arguments: args });

    expect(result).toMatchObject({ key: { UserId: { S: owner.sub }, FileId: { S: fileId } }, consistentRead: true });
  });

  it('gives a PENDING row', async () => {
    const { result, stash } = await evaluate('response', { result: begun });

    expect(result).toEqual(begun);
    expect(stash).toEqual({ upload: begun });
  });

  it.each([
    [null, 'You have no such pending upload.'],
    [availableRow(), 'You have no such pending upload.'],
    [pendingRow({ ExpiresAt: 1 }), 'The upload has ended; ask for a new ticket.'],
  ])('refuses anything else', async (row, message) => {
    const { error } = await evaluate('response', { result: row });

    expect(error).toBe(message);
  });
});

describe('signParts', () => {
  const evaluate = useEvaluateCode('signParts');
  const ask = (partNumbers: number[], upload: object = begun) =>
    evaluate('request', { arguments: { input: { fileId, partNumbers } }, stash: { upload } });

  it('asks for the parts that were named', async () => {
    const { result } = await ask([7, 1]);

    expect(result).toEqual({
      operation: 'Invoke',
      payload: {
        owner: owner.sub,
        key: begun.S3Key,
        uploadId: 'u1',
        size: 100 * MiB,
        partSize: 16 * MiB,
        parts: { numbers: [7, 1] },
      },
    });
  });

  it.each([
    [[], 'Ask for 1 to 50 parts at a time.'],
    [Array.from({ length: 51 }, () => 1), 'Ask for 1 to 50 parts at a time.'],
    [[0], 'The parts of this upload are 1 to 7.'],
    [[8], 'The parts of this upload are 1 to 7.'],
  ])('refuses the parts %j', async (partNumbers, message) => {
    const { error } = await ask(partNumbers);

    expect(error).toBe(message);
  });

  it('has no parts of one PUT', async () => {
    const { error } = await ask([1], pendingRow());

    expect(error).toBe('This upload is one PUT: ask getUploadUrl for a new ticket.');
  });
});

describe('readProgress', () => {
  const evaluate = useEvaluateCode('readProgress');

  it('tells what has arrived', async () => {
    const stored = { receivedBytes: 16 * MiB, parts: [{ partNumber: 2, size: 16 * MiB }] };

    const { result } = await evaluate('response', { stash: { upload: begun }, result: stored });

    expect(result).toEqual({
      fileId,
      method: 'MULTIPART',
      size: 100 * MiB,
      partSize: 16 * MiB,
      partCount: 7,
      receivedBytes: 16 * MiB,
      receivedParts: stored.parts,
    });
  });
});
