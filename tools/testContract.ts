import { resolve } from 'node:path';
import { requireOutputs } from './outputs/requireOutputs';
import { runCommand } from './runCommand';
import { runProgram } from './runProgram';

/** Takes `--outputs FILE` out of a command line; the rest is for vitest. */
const takeOutputs = async (argv: readonly string[]): Promise<readonly string[]> => {
  const position = argv.indexOf('--outputs');
  if (position < 0) return argv;
  const [, file = ''] = argv.slice(position);
  await requireOutputs(file);
  process.env['CONTRACT_OUTPUTS'] = resolve(file);
  return argv.toSpliced(position, 2);
};

const usage =
  'npm run test:contract -- [--outputs amplify_outputs.json] [vitest options]    tests a deployed stage, or else the twin';

/** Does what `usage` says. */
await runCommand(usage, async (argv) =>
  runProgram(['node_modules/vitest/vitest.mjs', 'run', ...['--project', 'contract'], ...(await takeOutputs(argv))]),
);
