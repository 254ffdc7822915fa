import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { oneLine } from './cloud/oneLine';
import { OutputsMissing } from './outputs/errors';
import { runProgram } from './runProgram';

/** Takes `--outputs FILE` out of a command line; the rest is vitest's. */
const takeOutputs = async (argv: readonly string[]): Promise<readonly string[]> => {
  const position = argv.indexOf('--outputs');
  if (position < 0) return argv;
  const [, file] = argv.slice(position);
  if (file === undefined || !(await isThere(file))) {
    throw new OutputsMissing(`${file ?? 'Nothing'} is not a file. Run: npm run outputs -- --stage dev`);
  }
  process.env['CONTRACT_OUTPUTS'] = resolve(file);
  return argv.toSpliced(position, 2);
};

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** `npm run test:contract [-- --outputs amplify_outputs.json]`: against the twin, or against a deployed stage. */
await oneLine(async () =>
  runProgram([
    'node_modules/vitest/vitest.mjs',
    'run',
    ...['--project', 'contract'],
    ...(await takeOutputs(process.argv.slice(2))),
  ]),
);
