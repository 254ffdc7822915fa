import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCommandLine } from '../commandLine';
import { CommandFailed } from '../errors';
import { projectRoot } from '../paths';
import { runCommand } from '../runCommand';
import { fillDocument } from './fillDocument';
import { createTables } from './tables';

const document = join(projectRoot, 'docs/cost.md');

const usage =
  'npm run cost -- [--check]    updates the tables of docs/cost.md, or only checks that they are up to date';

/** Does what `usage` says. */
await runCommand(usage, async (argv) => {
  const { has } = readCommandLine(argv, { flags: ['check'] });
  const text = await readFile(document, 'utf8');
  const fresh = await fillDocument(text, createTables());
  if (fresh === text) console.log('docs/cost.md is up to date.');
  else if (has('check')) throw new CommandFailed('docs/cost.md is out of date. Run: npm run cost');
  else {
    await writeFile(document, fresh);
    console.log('Wrote docs/cost.md.');
  }
  return 0;
});
