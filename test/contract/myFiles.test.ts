import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MyFiles, MyFilesWithUrls } from '../../schema/generated/amplify';
import type { MyFilesQuery, MyFilesQueryVariables } from '../../schema/generated/documents';
import { listAll } from './listAll';
import { errorTypeOf, expectData, send } from './send';
import { owner, stranger } from './target';
import { askTicket, storeFile } from './upload';

const list = (variables: MyFilesQueryVariables) => send(owner, MyFiles, variables);

const namesIn = async (variables: MyFilesQueryVariables): Promise<string[]> =>
  (await listAll(owner, variables)).map(({ fileName }) => fileName);

/** Stores the files of one test: their names begin with the returned prefix. */
const storeSet = async (files: readonly (readonly [name: string, body: string, contentType?: string])[]) => {
  const prefix = `${randomUUID()} `;
  for (const [name, body, contentType = 'image/png'] of files) {
    await storeFile(owner, body, { fileName: prefix + name, contentType });
  }
  return prefix;
};

describe('myFiles', () => {
  it('has a file as soon as it is saved, the newest first', async () => {
    const prefix = await storeSet([
      ['first', '1'],
      ['second', '2'],
    ]);

    const names = await namesIn({ filter: { fileNamePrefix: prefix } });

    expect(names).toEqual([`${prefix}second`, `${prefix}first`]);
  });

  it('shows nobody what is not theirs, and nothing that is not saved', async () => {
    const prefix = await storeSet([['mine', '1']]);
    await askTicket(owner, { fileName: `${prefix}pending` });
    const filter = { fileNamePrefix: prefix };

    const seen = await listAll(stranger, { filter });

    expect(await namesIn({ filter })).toEqual([`${prefix}mine`]);
    expect(seen).toEqual([]);
  });

  it.each([
    ['FILE_NAME', 'ASC', ['Alpha', 'beta', 'gamma']],
    ['FILE_NAME', 'DESC', ['gamma', 'beta', 'Alpha']],
    ['SIZE', 'ASC', ['gamma', 'Alpha', 'beta']],
    ['SIZE', 'DESC', ['beta', 'Alpha', 'gamma']],
    ['UPLOADED_AT', 'ASC', ['beta', 'gamma', 'Alpha']],
    ['UPLOADED_AT', 'DESC', ['Alpha', 'gamma', 'beta']],
  ] as const)('sorts by %s %s', async (sortBy, sortDirection, expected) => {
    const prefix = await storeSet([
      ['beta', '333'],
      ['gamma', '1'],
      ['Alpha', '22'],
    ]);

    const names = await namesIn({
      sortBy,
      sortDirection,
      filter: { fileNamePrefix: prefix.toUpperCase() },
      limit: 100,
    });

    expect(names).toEqual(expected.map((name) => prefix + name));
  });

  it('filters by type, size and date together with a name', async () => {
    const before = new Date().toISOString();
    const prefix = await storeSet([
      ['a', '1', 'image/png'],
      ['b', '22', 'image/gif'],
      ['c', '333', 'image/gif'],
      ['d', '1', 'image/gif#x'],
    ]);
    const fileNamePrefix = prefix;

    expect(await namesIn({ filter: { fileNamePrefix, contentType: 'image/gif' } })).toEqual([
      `${prefix}c`,
      `${prefix}b`,
    ]);
    expect(await namesIn({ filter: { fileNamePrefix, minSize: 2, maxSize: 2 } })).toEqual([`${prefix}b`]);
    expect(await namesIn({ filter: { fileNamePrefix, minSize: 2 }, sortBy: 'SIZE', sortDirection: 'ASC' })).toEqual([
      `${prefix}b`,
      `${prefix}c`,
    ]);
    expect(await namesIn({ filter: { fileNamePrefix, uploadedUntil: before } })).toEqual([]);
    expect(await namesIn({ filter: { fileNamePrefix, uploadedFrom: before, contentType: 'image/png' } })).toEqual([
      `${prefix}a`,
    ]);
  });

  it('gives every file once over its pages', async () => {
    const prefix = await storeSet(['a', 'b', 'c', 'd', 'e'].map((name) => [name, '1'] as const));
    const seen: string[] = [];
    let nextToken: string | null = null;
    do {
      const { myFiles }: MyFilesQuery = await expectData(
        list({ limit: 2, sortBy: 'FILE_NAME', sortDirection: 'ASC', filter: { fileNamePrefix: prefix }, nextToken }),
      );
      expect(myFiles.items.length).toBeLessThanOrEqual(2);
      seen.push(...myFiles.items.map(({ fileName }) => fileName));
      nextToken = myFiles.nextToken;
    } while (nextToken);

    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => prefix + name));
  });

  it('gives a URL for each file of a page, when it is asked for', async () => {
    const prefix = await storeSet([
      ['a', 'first'],
      ['b', 'second'],
    ]);

    const { myFiles } = await expectData(send(owner, MyFilesWithUrls, { filter: { fileNamePrefix: prefix } }));

    const bodies = await Promise.all(
      myFiles.items.map(async ({ downloadUrl }) => (await fetch(downloadUrl ?? '')).text()),
    );
    expect(bodies).toEqual(['second', 'first']);
  });

  it('refuses a nextToken that is forged, another user’s, or of another order', async () => {
    await storeSet([
      ['a', '1'],
      ['b', '2'],
    ]);
    const { myFiles } = await expectData(list({ limit: 1 }));
    const { nextToken } = myFiles;

    const refused = [
      await list({ nextToken: '' }),
      await list({ nextToken: 'abc' }),
      await list({ nextToken: `${nextToken?.slice(0, -4)}AAAA` }),
      await list({ nextToken, sortBy: 'SIZE' }),
      await send(stranger, MyFiles, { limit: 1, nextToken }),
    ];

    expect(nextToken).toEqual(expect.any(String));
    expect(refused.map(errorTypeOf)).toEqual(refused.map(() => 'INVALID_NEXT_TOKEN'));
  });

  it.each([
    { limit: 0 },
    { limit: 101 },
    { filter: { minSize: 2, maxSize: 1 } },
    { filter: { uploadedFrom: '2026-11-22T08:00:00Z', uploadedUntil: '2026-11-21T08:00:00Z' } },
    { filter: { uploadedUntil: '10000-01-01T00:00:00Z' } },
    { filter: { fileNamePrefix: '' } },
    { filter: { minSize: 1e308 } },
    { filter: { minSize: -1 } },
    { filter: { maxSize: 1.5 } },
    { filter: { contentType: '' } },
    { filter: { contentType: 'x'.repeat(5000) } },
  ])('refuses %j', async (variables) => {
    expect(errorTypeOf(await list(variables))).toBe('INVALID_ARGUMENT');
  });
});
