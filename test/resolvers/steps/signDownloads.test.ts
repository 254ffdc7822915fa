import { describe, expect, it } from 'vitest';
import { availableRow, trashedRow } from '../../support/fileRow';
import { useEvaluateCode } from '../../support/useEvaluateCode';

const page = { items: [availableRow(), availableRow({ FileId: 'f2', VersionId: 'v2' })], nextToken: 'more' };
const info = (...selectionSetList: string[]) => ({ fieldName: 'myFiles', parentTypeName: 'Query', selectionSetList });

describe('signDownloads', () => {
  const evaluate = useEvaluateCode('signDownloads');

  it('asks for all URLs of a page in one call', async () => {
    const { result } = await evaluate('request', { info: info('items', 'items/downloadUrl'), prev: { result: page } });

    expect(result).toMatchObject({
      operation: 'Invoke',
      payload: { downloads: [{ versionId: 'v1', disposition: 'ATTACHMENT' }, { versionId: 'v2' }] },
    });
  });

  it('asks for the URL of the only file', async () => {
    const { result } = await evaluate('request', {
      info: info('downloadUrl'),
      prev: { result: { items: [availableRow()] } },
    });

    expect(result).toMatchObject({ payload: { downloads: [{ versionId: 'v1' }] } });
  });

  it.each([[['items', 'items/url']], [['files', 'files/downloadUrl']], [['all', 'all/link']]])(
    'asks for the URLs when they may be meant by an alias: %s',
    async (selected) => {
      const { result } = await evaluate('request', { info: info(...selected), prev: { result: page } });

      expect(result).toMatchObject({ payload: { downloads: [{ versionId: 'v1' }, { versionId: 'v2' }] } });
    },
  );

  it('asks for the URLs when an alias is called like another field', async () => {
    const named = { ...info('items', 'items/key'), selectionSetGraphQL: '{\n  items {\n    key: downloadUrl\n  }\n}' };

    const { result } = await evaluate('request', { info: named, prev: { result: page } });

    expect(result).toMatchObject({ payload: { downloads: [{ versionId: 'v1' }, { versionId: 'v2' }] } });
  });

  it.each([
    ['nobody asks for a URL', ['items', 'items/fileName', 'items/__typename', 'nextToken'], page],
    ['the files are in the trash', ['items', 'items/downloadUrl'], { items: [trashedRow()], nextToken: null }],
    ['the page is empty', ['items', 'items/downloadUrl'], { items: [], nextToken: null }],
  ])('asks for nothing when %s', async (_when, selected, given) => {
    const { result } = await evaluate('request', { info: info(...selected), prev: { result: given } });

    expect(result).toEqual(given);
  });

  it('adds the URLs in the order of the rows', async () => {
    const downloads = [{ downloadUrl: 'https://b/1' }, { downloadUrl: 'https://b/2' }];

    const { result } = await evaluate('response', { stash: { page }, result: { downloads } });

    expect(result).toEqual({ ...page, downloads });
  });
});
