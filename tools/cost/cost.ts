import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownCommandLine } from '../commandLine';
import { projectRoot } from '../paths';
import { fillDocument } from './fillDocument';
import { createTables } from './tables';

const document = join(projectRoot, 'docs/cost.md');

/** `npm run cost`: writes the tables of docs/cost.md. `-- --check` only says whether they are what the model says now. */
const { has } = ownCommandLine({
  usage: 'npm run cost -- [--check]    writes the tables of docs/cost.md, or only says whether they are fresh',
  flags: ['check'],
});
const text = await readFile(document, 'utf8');
const fresh = await fillDocument(text, createTables());
if (fresh === text) console.log('docs/cost.md says what the model says.');
else if (!has('check')) {
  await writeFile(document, fresh);
  console.log('Wrote docs/cost.md.');
} else {
  console.error('docs/cost.md is stale. Run: npm run cost');
  process.exitCode = 1;
}
