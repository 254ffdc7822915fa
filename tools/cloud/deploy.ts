import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { totalConcurrency } from '../../infra/concurrency';
import { parseOptions, usage } from '../../infra/options';
import { runCommand } from '../runCommand';
import { deploymentFile } from '../outputs/stackOutputs';
import { cdk, synthesize } from './cdk';
import { checkAccount } from './checkAccount';
import { checkConcurrency } from './checkConcurrency';

/** `npm run deploy -- --stage dev|prod`: checks the account, synthesizes, then deploys with the CDK CLI. */
await runCommand(`npm run deploy -- ${usage}`, async (argv) => {
  const { stage, output } = parseOptions(argv);
  await checkAccount();
  await checkConcurrency(totalConcurrency(stage));
  const synthesized = await synthesize(argv);
  if (synthesized !== 0) return synthesized;
  const outputs = deploymentFile(stage.name);
  await mkdir(dirname(outputs), { recursive: true });
  return cdk('deploy', output, '--all', '--outputs-file', outputs);
});
