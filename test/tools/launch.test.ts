import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildDirectory } from '../../tools/paths';
import { run } from '../support/runProgram';

/** Makes every timer twenty times as fast. */
const hurry =
  '--import=data:text/javascript,const{setTimeout:real}=globalThis;globalThis.setTimeout=(work,delay)=>real(work,delay/20)';

const programThatBundlesSlowly = `import { runEsbuild } from '../tools/runEsbuild';
const slow = {
  name: 'slow',
  setup: ({ onLoad }) =>
    onLoad({ filter: /./ }, () => new Promise((resolve) => setTimeout(() => resolve({ contents: '' }), 20_000))),
};
const { outputFiles } = await runEsbuild({ made: 'tools/paths.ts' }, { plugins: [slow] });
console.log(outputFiles.length + ' made');
`;

it('lets the program that it has just bundled bundle for as long as it takes', async () => {
  await mkdir(buildDirectory, { recursive: true });
  // The comment lets no earlier bundle of the program pass for this one.
  await writeFile(join(buildDirectory, 'slow.ts'), `${programThatBundlesSlowly}// ${randomUUID()}`);

  const { ended } = run('.build/slow.ts', [], undefined, { NODE_OPTIONS: hurry });

  expect(await ended).toEqual({ code: 0, output: '1 made\n' });
});
