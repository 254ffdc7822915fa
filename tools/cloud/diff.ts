import { parseOptions } from '../../infra/options';
import { cdk, synthesize } from './cdk';
import { checkAccount } from './checkAccount';
import { oneLine } from './oneLine';

const takeAgainst = (argv: readonly string[]) => {
  const position = argv.indexOf('--against');
  return position < 0
    ? { argv, against: undefined }
    : { argv: argv.toSpliced(position, 2), against: argv[position + 1] };
};

/**
 * `npm run diff -- --stage dev|prod [--against template.json]`: what a deployment would change, and what it would
 * replace. Compares with the deployed stack, or with a template that was kept; the latter needs no account.
 */
await oneLine(async () => {
  const { argv, against } = takeAgainst(process.argv.slice(2));
  const { output } = parseOptions(argv);
  if (against === undefined) await checkAccount();
  const synthesized = await synthesize(argv);
  if (synthesized !== 0) return synthesized;
  return cdk('diff', output, ...(against === undefined ? [] : ['--template', against]));
});
