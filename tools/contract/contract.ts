import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCommandLine } from '../commandLine';
import { projectRoot } from '../paths';
import { runCommand } from '../runCommand';
import { buildContract } from './buildContract';
import { checkBreaking } from './checkBreaking';
import { readContract, released } from './schemas';

const path = (name: string) => join(projectRoot, name);

const check = async (): Promise<void> => {
  const [before, breaking] = await Promise.all(Object.values(released).map((name) => readFile(path(name), 'utf8')));
  checkBreaking(before ?? '', await readContract(), JSON.parse(breaking ?? '[]'));
};

const release = async (): Promise<void> => {
  await writeFile(path(released.schema), await readContract());
  await writeFile(path(released.breaking), '[]\n');
  console.log('The current contract is now the released one.');
};

const usage = `npm run contract -- [--check|--release]

  Builds dist/contract, unless it breaks clients of the last release.

  --check     only checks, builds nothing
  --release   makes the current contract the one that later ones are compared with`;

/** Does what `usage` says. */
await runCommand(usage, async (argv) => {
  const { has } = readCommandLine(argv, { flags: ['check', 'release'] });
  if (has('release')) await release();
  await check();
  if (!has('check')) {
    await buildContract(path('dist/contract'));
    console.log('Built dist/contract.');
  }
  return 0;
});
