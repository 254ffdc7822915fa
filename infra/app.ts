import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleProject } from '../tools/bundle';
import { projectRoot } from '../tools/paths';
import { runCommand } from '../tools/runCommand';
import { clearOutput } from './clearOutput';
import { createApp } from './createApp';
import { parseOptions, usage } from './options';

/** `npm run synth -- --stage dev|prod`: writes the cloud assembly to `cdk.out` (or `--output`), without an account. */
await runCommand(`npm run synth -- ${usage}`, async (argv) => {
  const { stage, output } = parseOptions(argv);
  const [code, schema] = await Promise.all([
    bundleProject(),
    readFile(join(projectRoot, 'schema/schema.graphql'), 'utf8'),
  ]);
  const outdir = resolve(projectRoot, output);
  await clearOutput(outdir);
  const { app } = createApp({ stage, code, schema, outdir });
  app.synth();
  return 0;
});
