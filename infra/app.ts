import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleProject } from '../tools/bundle';
import { projectRoot } from '../tools/paths';
import { clearOutput } from './clearOutput';
import { createApp } from './createApp';
import { InvalidOption } from './errors';
import { parseOptions, usage } from './options';

/** `npm run synth -- --stage dev|prod`: writes the cloud assembly to `cdk.out` (or `--output`), without an account. */
const main = async (argv: readonly string[]): Promise<void> => {
  if (argv.includes('--help')) {
    process.stdout.write(`npm run synth -- ${usage}\n`);
    return;
  }
  const { stage, output } = parseOptions(argv);
  const [code, schema] = await Promise.all([
    bundleProject(),
    readFile(join(projectRoot, 'schema/schema.graphql'), 'utf8'),
  ]);
  const outdir = resolve(projectRoot, output);
  await clearOutput(outdir);
  const { app } = createApp({ stage, code, schema, outdir });
  app.synth();
};

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InvalidOption)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
