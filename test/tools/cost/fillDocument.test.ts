import { expect, it } from 'vitest';
import { UnknownCost } from '../../../tools/cost/errors';
import { fillDocument } from '../../../tools/cost/fillDocument';
import { createTables } from '../../../tools/cost/tables';

const place = (name: string, content = '') => `# Title\n\n<!-- table: ${name} -->\n${content}<!-- end -->\n`;

it('replaces what a marked place holds, and leaves the rest', async () => {
  const filled = await fillDocument(place('cycle', '\n| old |\n\n'), createTables());

  expect(filled).toContain('# Title');
  expect(filled).toContain('| AppSync request ');
  expect(filled).not.toContain('old');
  expect(await fillDocument(filled, createTables())).toBe(filled);
});

it('refuses a place for a table that is not there', async () => {
  await expect(fillDocument(place('moon'), createTables())).rejects.toThrow(UnknownCost);
});
