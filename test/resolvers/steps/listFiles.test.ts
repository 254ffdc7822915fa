import { describe, expect, it } from 'vitest';
import { availableRow } from '../../support/fileRow';
import { owner, useEvaluateCode } from '../../support/useEvaluateCode';

const otherYears = 'uploadedFrom and uploadedUntil must be in the years 0000 to 9999, in UTC.';

describe('listFiles', () => {
  const evaluate = useEvaluateCode('listFiles');

  it('reads the newest of the owner first, consistently, by default', async () => {
    const { result } = await evaluate('request', {
      arguments: { sortBy: 'UPLOADED_AT', sortDirection: 'DESC', limit: 50 },
    });

    expect(result).toMatchObject({
      operation: 'Query',
      index: 'UploadedAtIndex',
      consistentRead: true,
      scanIndexForward: false,
      limit: 50,
    });
    expect(JSON.stringify(result)).toContain(owner.sub);
    expect(result).not.toHaveProperty('filter');
  });

  it.each([
    [{ sortBy: 'FILE_NAME' }, 'FileNameIndex'],
    [{ sortBy: 'SIZE' }, 'FileSizeIndex'],
    [{ sortBy: 'UPLOADED_AT', filter: { contentType: 'image/png' } }, 'FileTypeIndex'],
    [{ sortBy: 'FILE_NAME', filter: { contentType: 'image/png' } }, 'FileNameIndex'],
  ])('asks for %j at %s', async (args, index) => {
    const { result } = await evaluate('request', { arguments: args });

    expect(result).toMatchObject({ index });
  });

  it.each([
    [{ filter: { status: 'TRASHED' } }, 'UploadedAtIndex', ['T#', 'T#~']],
    [{ filter: { status: 'PENDING', contentType: 'image/png' } }, 'UploadedAtIndex', ['P#', 'P#~', 'image/png']],
    [{ filter: { contentType: 'image/*' } }, 'UploadedAtIndex', ['A#', 'A#~', 'image/']],
    [{ filter: { contentType: 'image/png' } }, 'FileTypeIndex', ['A#image/png#', 'A#image/png#~', 'image/png']],
    [{ filter: { status: 'TRASHED' }, sortBy: 'FILE_NAME' }, 'FileNameIndex', ['T#']],
    [{ filter: { minSize: 5 }, sortBy: 'SIZE' }, 'FileSizeIndex', ['A#0000000000000005', 'A#~']],
  ])('reads one stretch of an index for %j', async (args, index, bounds) => {
    const { result } = await evaluate('request', { arguments: args });

    expect(result).toMatchObject({ index });
    for (const bound of bounds) expect(JSON.stringify(result)).toContain(`"S":"${bound}"`);
  });

  it('writes instants of any offset as the rows do', async () => {
    const { result } = await evaluate('request', {
      arguments: { filter: { uploadedFrom: '2026-11-22T09:30:00+01:00' } },
    });

    expect(JSON.stringify(result)).toContain('2026-11-22T08:30:00.000Z');
  });

  it('searches names without regard to case', async () => {
    const { result } = await evaluate('request', {
      arguments: { sortBy: 'FILE_NAME', filter: { fileNamePrefix: 'FERIEN' } },
    });

    expect(JSON.stringify(result)).toContain('"A#ferien"');
  });

  it.each([
    [{ limit: 0 }, 'limit must be 1 to 100.'],
    [{ limit: 101 }, 'limit must be 1 to 100.'],
    [{ limit: -1 }, 'limit must be 1 to 100.'],
    [{ nextToken: '' }, 'The nextToken is not one that this list returned.'],
    [{ filter: { minSize: 2, maxSize: 1 } }, 'minSize must not be greater than maxSize.'],
    [{ filter: { fileNamePrefix: '' } }, 'fileNamePrefix must have 1 to 255 characters.'],
    [{ filter: { status: 'PENDING' }, sortBy: 'SIZE' }, 'PENDING uploads are listed by date only, not by name.'],
    [{ filter: { status: 'PENDING', fileNamePrefix: 'a' } }, 'PENDING uploads are listed by date only, not by name.'],
    [
      { filter: { uploadedFrom: '2026-11-22T08:00:00Z', uploadedUntil: '2026-11-21T08:00:00Z' } },
      'uploadedFrom must not be after uploadedUntil.',
    ],
    [{ filter: { uploadedUntil: '9999-12-31T23:59:59-01:00' } }, otherYears],
    [{ filter: { uploadedUntil: '0000-01-01T00:00:00+01:00' } }, otherYears],
  ])('refuses %j', async (args, message) => {
    const { error } = await evaluate('request', { arguments: args });

    expect(error).toBe(message);
  });

  it('refuses a caller who is no pool user', async () => {
    const { error } = await evaluate('request', { identity: null });

    expect(error).toBe('Unauthorized');
  });

  it('gives the rows of the page', async () => {
    const page = { items: [availableRow()], nextToken: 'more' };

    const { result } = await evaluate('response', { result: page });

    expect(result).toEqual(page);
  });

  it.each([
    ['DynamoDB:UserIllegalArgumentException', 'InvalidPaginationTokenException: Invalid pagination token given.'],
    ['DynamoDB:ValidationException', 'The provided starting key is outside query boundaries'],
  ])('names a token that is not one of this list (%s)', async (type, message) => {
    const { error } = await evaluate('response', { arguments: { nextToken: 'x' }, error: { type, message } });

    expect(error).toBe('The nextToken is not one that this list returned.');
  });

  it('hands on every other failure of the table', async () => {
    const { error } = await evaluate('response', { error: { type: 'DynamoDB:Throttled', message: 'slow down' } });

    expect(error).toBe('slow down');
  });
});
