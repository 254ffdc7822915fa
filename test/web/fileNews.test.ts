import { describe, expect, it } from 'vitest';
import type { FileItem } from '../../web/files/useFiles';
import { createFileNews } from '../../web/live/fileNews';
import type { FileEvent } from '../../web/live/followFileEvents';
import { fileOf, momentOf, openCache, pageOf, trash } from './listedFiles';

describe('An event', () => {
  const eventOf = (type: FileEvent['type'], file: FileItem): FileEvent => ({
    userId: 'owner',
    fileId: file.fileId,
    type,
    at: momentOf(0),
    file,
  });

  it('of a file that came, left, came back, was renamed and ended shows it so', () => {
    const { cache, pagesOf } = openCache([pageOf([50, 10], null)]);
    const show = createFileNews(cache);
    const shown: string[][][] = [];
    const story: FileEvent[] = [
      eventOf('UPLOADED', fileOf(30)),
      eventOf('TRASHED', fileOf(30, { version: 2 })),
      eventOf('RESTORED', fileOf(30, { version: 3 })),
      eventOf('CHANGED', fileOf(30, { version: 4, fileName: 'thirty.txt' })),
      eventOf('DELETED', fileOf(30, { version: 4 })),
    ];

    const isShown = story.map((event) => {
      const isEverywhere = show(event);
      shown.push(pagesOf());
      return isEverywhere;
    });

    expect(shown).toEqual([
      [['50.txt', '30.txt', '10.txt']],
      [['50.txt', '10.txt']],
      [['50.txt', '30.txt', '10.txt']],
      [['50.txt', 'thirty.txt', '10.txt']],
      [['50.txt', '10.txt']],
    ]);
    expect(isShown).toEqual([false, false, false, false, true]);
  });

  it('of a harmful file takes it out of every list', () => {
    const { cache, write, pagesOf } = openCache([pageOf([50, 10], null)]);
    write(trash, [pageOf([10], null)]);

    createFileNews(cache)(eventOf('REJECTED', fileOf(10, { version: 2 })));

    expect([pagesOf(), pagesOf(trash)]).toEqual([[['50.txt']], [[]]]);
  });

  it('that comes late or again brings nothing back', () => {
    const { cache, pagesOf } = openCache([pageOf([50], null)]);
    const show = createFileNews(cache);
    const uploaded = eventOf('UPLOADED', fileOf(30));
    const trashed = eventOf('TRASHED', fileOf(30, { version: 2 }));
    const deleted = eventOf('DELETED', fileOf(40, { version: 3 }));

    for (const event of [uploaded, trashed, uploaded, deleted, eventOf('RESTORED', fileOf(40, { version: 3 }))]) {
      show(event);
    }

    expect(pagesOf()).toEqual([['50.txt']]);
  });
});
