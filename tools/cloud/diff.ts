import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InvalidOption } from '../../infra/errors';
import { parseOptions, usage } from '../../infra/options';
import { runCommand } from '../runCommand';
import { cdk, synthesize } from './cdk';
import { checkAccount } from './checkAccount';

const againstUsage =
  '  [--against template.json]                                           compares with a kept template, not with the stack';

/** Takes `--against FILE` out of a command line; the rest is for the synthesis. */
const takeAgainst = async (argv: readonly string[]) => {
  const position = argv.indexOf('--against');
  if (position < 0) return { argv, against: undefined };
  const file = argv[position + 1] ?? '';
  if (file === '' || file.startsWith('-')) throw new InvalidOption('Name a template: --against template.json.');
  const against = resolve(file);
  await access(against).catch((cause: unknown) => {
    throw new InvalidOption(`${file} cannot be read. Name a template that npm run synth wrote.`, { cause });
  });
  return { argv: argv.toSpliced(position, 2), against };
};

/**
 * `npm run diff -- --stage dev|prod [--against template.json]`: what a deployment would change, and what it would
 * replace. Compares with the deployed stack, or with a saved template, which needs no account.
 */
await runCommand(`npm run diff -- ${usage}\n${againstUsage}`, async (args) => {
  const { argv, against } = await takeAgainst(args);
  const { output } = parseOptions(argv);
  if (against === undefined) await checkAccount();
  const synthesized = await synthesize(argv);
  if (synthesized !== 0) return synthesized;
  return cdk('diff', output, ...(against === undefined ? [] : ['--template', against]));
});
