import { describe, expect, it } from 'vitest';
import { limits } from '../../../config/limits';
import { pendingRow } from '../../support/fileRow';
import { owner, useEvaluateCode } from '../../support/useEvaluateCode';

const MiB = 1024 ** 2;

const cancelled = (usage: object) => ({
  error: { type: 'DynamoDB:TransactionCanceledException', message: 'Transaction cancelled' },
  result: { keys: null, cancellationReasons: [usage, { type: 'None' }] },
});

const input = { fileName: 'photo.png', contentType: 'image/png', size: 1024 };

describe('reserveUpload', () => {
  const evaluate = useEvaluateCode('reserveUpload');
  const reserve = async (changes: object) => {
    const evaluated = await evaluate('request', { arguments: { input: { ...input, ...changes } } });
    const { transactItems: [, put] = [] } = JSON.parse(JSON.stringify(evaluated.result ?? {}));
    return { ...evaluated, put };
  };

  it('writes a PENDING row of the owner under a key without the file name', async () => {
    const { put } = await reserve({});

    expect(put).toMatchObject({
      table: 'MyAppFiles',
      operation: 'PutItem',
      key: { UserId: { S: owner.sub }, FileId: { S: expect.stringMatching(/^[0-9A-Z]{26}$/i) } },
      attributeValues: {
        Status: { S: 'PENDING' },
        FileName: { S: 'photo.png' },
        ContentType: { S: 'image/png' },
        S3Key: { S: expect.stringMatching(new RegExp(`^uploads/${owner.sub}/[0-9a-f-]{36}$`)) },
        UploadedKey: { S: expect.stringMatching(/^P#\d{4}-/) },
      },
    });
    expect(put.attributeValues).not.toHaveProperty('ChecksumSha256');
    expect(put.attributeValues).not.toHaveProperty('NameKey');
  });

  it('counts the upload in the same transaction, where the quota leaves room for it', async () => {
    const { result } = await reserve({ size: 1000 });

    expect(result).toMatchObject({
      operation: 'TransactWriteItems',
      transactItems: [
        {
          table: 'MyAppUsage',
          operation: 'UpdateItem',
          key: { UserId: { S: owner.sub }, Entry: { S: 'TOTAL' } },
          update: { expressionValues: { ':size': { N: 1000 }, ':one': { N: 1 } } },
          condition: {
            expressionValues: { ':bytesLeft': { N: limits.maxUserBytes - 1000 } },
            returnValuesOnConditionCheckFailure: true,
          },
        },
        { operation: 'PutItem' },
      ],
    });
  });

  it.each([
    [{ TotalBytes: limits.maxUserBytes - 10, TotalFiles: 1, PendingFiles: 0 }, 'Your quota has 10 bytes left.'],
    [{ TotalBytes: 1, TotalFiles: limits.maxUserFiles, PendingFiles: 0 }, 'You may have 100000 files.'],
    [
      { TotalBytes: 1, TotalFiles: 900, PendingFiles: limits.maxPendingUploads },
      'You may have 500 pending uploads: save or end some.',
    ],
    [null, `Your quota has ${limits.maxUserBytes} bytes left.`],
  ])('says which limit the usage %j stands at', async (item, message) => {
    const { error } = await evaluate('response', cancelled({ type: 'ConditionalCheckFailed', item }));

    expect(error).toBe(message);
  });

  it('asks to send the same request again after a conflict', async () => {
    const { error } = await evaluate('response', cancelled({ type: 'TransactionConflict' }));

    expect(error).toBe('Another request of yours was being counted: send this one again.');
  });

  it('keeps a name in NFC', async () => {
    const { put } = await reserve({ fileName: 'Bu\u0308sum.png' });

    expect(put).toMatchObject({ attributeValues: { FileName: { S: 'B\u00fcsum.png' } } });
  });

  it.each(['a', '.hidden', 'ünïcödé 文件 👨‍👩‍👧.png', 'x'.repeat(255), '👍'.repeat(255), 'a..b', 'o\'brien "x" %2F;.txt'])(
    'takes the name %j',
    async (fileName) => {
      const { error } = await reserve({ fileName });

      expect(error).toBeUndefined();
    },
  );

  it.each([
    '',
    ' ',
    '.',
    '..',
    'a/b',
    'a\\b',
    'a\nb',
    'a\n',
    '\u0000',
    'a\u0085',
    'a\u2028b',
    'a\u202eb',
    '\ud800',
    'x'.repeat(256),
  ])('refuses the name %j', async (fileName) => {
    const { error } = await reserve({ fileName });

    expect(error).toMatch(/^A file name must have 1 to 255 characters/);
  });

  it.each([0, -1, 1.5, 0.1])('refuses the size %d', async (size) => {
    const { error } = await reserve({ size });

    expect(error).toBe('The size must be a whole number of bytes, 1 or more.');
  });

  it.each([5 * 1024 ** 4 + 1, 1e300])('refuses %d bytes as too many', async (size) => {
    const { error } = await reserve({ size });

    expect(error).toBe('A file may have at most 5497558138880 bytes.');
  });

  it.each([
    [64 * MiB, undefined],
    [64 * MiB + 1, 16 * MiB],
    [160_000 * MiB, 16 * MiB],
    [160_000 * MiB + 1, 17 * MiB],
    [5 * 1024 ** 4, 525 * MiB],
  ])('has %d bytes sent in parts of %s', async (size, partSize) => {
    const { put } = await reserve({ size });

    expect(put.attributeValues.PartSize?.N).toBe(partSize);
    expect(size / (partSize ?? size)).toBeLessThanOrEqual(10_000);
  });

  it('refuses what storage could not prove', async () => {
    const checksumSha256 = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

    const inParts = await reserve({ size: 64 * MiB + 1, checksumSha256 });
    const two = await reserve({ checksumSha256, checksumCrc64Nvme: 'AAAAAAAAAAA=' });
    const malformed = await reserve({ checksumCrc64Nvme: 'AAAA' });

    expect(inParts.error).toBe('A file sent in parts can only be verified by CRC-64/NVME: declare checksumCrc64Nvme.');
    expect(two.error).toBe('Declare only one checksum: storage verifies no more than one.');
    expect(malformed.error).toBe('A CRC-64/NVME is 8 bytes in base64: 11 characters and one =.');
  });

  it.each(['IMAGE/PNG', 'text/plain', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', null])(
    'takes the type %j',
    async (contentType) => {
      const { error } = await reserve({ contentType });

      expect(error).toBeUndefined();
    },
  );

  it.each([
    '',
    'png',
    'image/',
    'image/*',
    'image/png; charset=x',
    'image/png\n',
    'application/x-msdownload',
    'text/ html',
  ])('refuses the type %j', async (contentType) => {
    const { error } = await reserve({ contentType });

    expect(error).toBe('The content type is malformed or not one that this API takes.');
  });

  it('keeps a declared SHA-256', async () => {
    const checksumSha256 = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

    const { put } = await reserve({ checksumSha256 });

    expect(put).toMatchObject({ attributeValues: { ChecksumSha256: { S: checksumSha256 } } });
  });

  it.each(['', 'abc', '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=', '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU='])(
    'refuses the checksum %j',
    async (checksumSha256) => {
      const { error } = await reserve({ checksumSha256 });

      expect(error).toBe('A SHA-256 is 32 bytes in base64: 43 characters and one =.');
    },
  );

  it('hands the row to the next step', async () => {
    const { result, stash } = await evaluate('response', { stash: { reserved: pendingRow() }, result: { keys: [] } });

    expect(result).toEqual(pendingRow());
    expect(stash).toMatchObject({ upload: pendingRow() });
  });

  it('does nothing when the upload was prolonged', async () => {
    const { result } = await evaluate('request', { arguments: { input }, stash: { upload: pendingRow() } });

    expect(result).toEqual(pendingRow());
  });

  it('refuses a caller who is no pool user', async () => {
    const { error } = await evaluate('request', { identity: null, arguments: { input } });

    expect(error).toBe('Unauthorized');
  });
});
