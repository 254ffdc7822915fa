import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { filesKey, unfinishedKey } from '../../web/files/useFiles';
import { firstView } from '../../web/files/view';
import { byName, fileOf, openCache, pageOf, trash } from './listedFiles';

describe('The lists on the page', () => {
  it('show a new file in its place, on whichever page that is', () => {
    const { cache, pagesOf } = openCache([pageOf([50, 40], 'more'), pageOf([30, 10], 'more')]);

    for (const second of [60, 45, 20]) cache.add(fileOf(second));

    expect(pagesOf()).toEqual([
      ['60.txt', '50.txt', '45.txt', '40.txt'],
      ['30.txt', '20.txt', '10.txt'],
    ]);
  });

  it('leave a file that is older than all to the page that is not read yet', () => {
    const { cache, pagesOf } = openCache([pageOf([50, 40], 'more')]);

    cache.add(fileOf(5));

    expect(pagesOf()).toEqual([['50.txt', '40.txt']]);
  });

  it('show it as the last where there is no further page, and in an empty list', () => {
    const read = openCache([pageOf([50], null)]);
    const empty = openCache([pageOf([], null)]);

    read.cache.add(fileOf(5));
    empty.cache.add(fileOf(5));

    expect(read.pagesOf()).toEqual([['50.txt', '5.txt']]);
    expect(empty.pagesOf()).toEqual([['5.txt']]);
  });

  it.each([
    ['in the order of removal', [0, 1, 2]],
    ['in another', [2, 1, 0]],
  ])('show files that could not be removed where they were, put back %s', (_, order) => {
    const { cache, pagesOf } = openCache([pageOf([50, 40, 30], 'more'), pageOf([20, 10], null)]);

    const removals = [['file 50', 'file 20'], ['file 40'], ['file 10']];
    const undos = removals.map((fileIds) => cache.remove('AVAILABLE', fileIds));
    cache.add(fileOf(60));
    for (const index of order) undos[index]?.();

    expect(pagesOf()).toEqual([
      ['60.txt', '50.txt', '40.txt', '30.txt'],
      ['20.txt', '10.txt'],
    ]);
  });

  it('show a file once that could not be removed, though they have been read meanwhile', () => {
    const { cache, write, pagesOf } = openCache([pageOf([50, 40], null)]);

    const putBack = cache.remove('AVAILABLE', ['file 40']);
    write(firstView, [pageOf([60, 50], 'more'), pageOf([40], null)]);
    putBack();

    expect(pagesOf()).toEqual([['60.txt', '50.txt'], ['40.txt']]);
  });

  it('end an unfinished upload that was saved', () => {
    const { cache, client } = openCache([]);
    client.setQueryData(unfinishedKey, [fileOf(1), fileOf(2)]);

    cache.endUpload('file 1');

    expect(client.getQueryData(unfinishedKey)).toEqual([fileOf(2)]);
  });

  it('have the usage read once for many changes', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { cache, client } = openCache([]);
    const invalidate = vi.spyOn(client, 'invalidateQueries');

    for (let change = 0; change < 50; change += 1) cache.refreshUsage();
    vi.advanceTimersByTime(10_000);

    expect(invalidate.mock.calls).toEqual([[{ queryKey: ['usage'] }]]);
  });

  it('show a file once', () => {
    const { cache, pagesOf } = openCache([pageOf([50], 'more'), pageOf([10], null)]);

    cache.add(fileOf(10));

    expect(pagesOf()).toEqual([['50.txt'], ['10.txt']]);
  });

  it('know that they are being read', async () => {
    const { cache, client } = openCache([pageOf([50], null)]);
    const seen: boolean[] = [];
    const stop = cache.onRead(() => seen.push(cache.isReading()));

    const reading = client.fetchQuery({ queryKey: filesKey(byName), queryFn: () => Promise.resolve(1) });
    const during = cache.isReading();
    await reading;
    await expect.poll(() => seen.at(-1)).toBe(false);
    stop();

    expect([during, cache.isReading()]).toEqual([true, false]);
  });

  it('are asked for again but the one that shows changes by itself', () => {
    const { cache, write, isStale } = openCache([pageOf([50], null)]);
    write(byName, [pageOf([50], null)]);
    write(trash, [pageOf([], null)]);

    cache.refreshOthers();

    expect([firstView, byName, trash].map(isStale)).toEqual([false, true, true]);
  });
});
