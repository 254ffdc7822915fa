import { expect, it } from 'vitest';
import { byteForm, createCatalog, fromByteForm } from '../../../../local/s3/store/catalog';
import { walk } from '../../../../local/s3/store/walk';
import type { Version } from '../../../../local/s3/store/version';

const version = (key: string, isDeleteMarker: boolean): Version => ({
  bucket: 'b',
  key,
  versionId: 'null',
  sequence: 1,
  lastModified: 0,
  isDeleteMarker,
  size: 0,
  etag: '',
  pieces: [],
  headers: {},
  tags: [],
});

/** A small pseudo-random generator, so that failures can be reproduced: https://en.wikipedia.org/wiki/Xorshift */
const createRandom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.abs(state) % below;
  };
};

/** What a listing must say, computed in the simplest way. */
const expected = (keys: readonly string[], prefix: string, delimiter: string): string[] => {
  const sorted = keys
    .filter((key) => key.startsWith(prefix))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const names = sorted.map((key) => {
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    return cut < 0 ? key : `group ${key.slice(0, cut + delimiter.length)}`;
  });
  return [...new Set(names)];
};

it.each(Array.from({ length: 60 }, (_, n) => n + 1))(
  'lists like the plainest model, page by page (seed %i)',
  (seed) => {
    const random = createRandom(seed);
    const letters = ['a', 'b', '/', 'é', '\uffee', '😀', '-'];
    const text = (length: number) => Array.from({ length }, () => letters[random(letters.length)]).join('');
    const catalog = createCatalog();
    const shown = new Map<string, boolean>();
    for (let n = 0; n < 60; n += 1) {
      const key = text(1 + random(5));
      const isDeleteMarker = random(4) === 0;
      shown.set(key, !isDeleteMarker);
      catalog.add(version(key, isDeleteMarker));
      if (random(8) === 0) {
        catalog.remove(key, 'null');
        shown.delete(key);
      }
    }
    const keys = [...shown].filter(([, isShown]) => isShown).map(([key]) => key);
    const prefix = text(random(2));
    const delimiter = ['', '/', '-', 'é', '//'][random(5)] ?? '';
    const pageSize = 1 + random(5);

    const listed: string[] = [];
    let from: string | undefined = '';
    while (from !== undefined) {
      const steps = walk(catalog, { prefix, delimiter, from, isShown: ([newest]) => newest?.isDeleteMarker === false });
      from = undefined;
      let count = 0;
      for (const step of steps) {
        listed.push(step.kind === 'key' ? fromByteForm(step.key) : `group ${fromByteForm(step.prefix)}`);
        count += 1;
        if (count < pageSize) continue;
        from = step.resume;
        break;
      }
    }

    expect(listed).toEqual(expected(keys, prefix, delimiter));
    expect(fromByteForm(byteForm(prefix))).toBe(prefix);
  },
);
