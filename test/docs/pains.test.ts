import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../tools/paths';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

/** Every test that the table names, with its file. */
const named = [...read('docs/pains.md').matchAll(/`(test\/[^`]+)`: (“[^”]+”(?:, “[^”]+”)*)/g)].flatMap(
  ([, file = '', names = '']) => [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => [file, name] as const),
);

describe('docs/pains.md', () => {
  it.each(named)('names a test of %s: %s', (file, name) => {
    expect(read(file)).toContain(`'${name}'`);
  });

  it('has a test in every row', () => {
    const rows = read('docs/pains.md')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2);

    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => !/`test\//.test(row))).toEqual([]);
  });
});
