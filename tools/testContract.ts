import { resolve } from 'node:path';
import { oneLine } from './cloud/oneLine';
import { requireOutputs } from './outputs/requireOutputs';
import { runProgram } from './runProgram';

/** Takes `--outputs FILE` out of a command line; the rest is vitest's. */
const takeOutputs = async (argv: readonly string[]): Promise<readonly string[]> => {
  const position = argv.indexOf('--outputs');
  if (position < 0) return argv;
  const [, file = ''] = argv.slice(position);
  await requireOutputs(file);
  process.env['CONTRACT_OUTPUTS'] = resolve(file);
  return argv.toSpliced(position, 2);
};

/** `npm run test:contract [-- --outputs amplify_outputs.json]`: against the twin, or against a deployed stage. */
await oneLine(async () =>
  runProgram([
    'node_modules/vitest/vitest.mjs',
    'run',
    ...['--project', 'contract'],
    ...(await takeOutputs(process.argv.slice(2))),
  ]),
);
