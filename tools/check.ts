import { readCommandLine } from './commandLine';
import { runCommand } from './runCommand';
import { runProgram } from './runProgram';

const checks: Readonly<Record<string, readonly string[]>> = {
  'generated files are fresh': [
    '--import',
    'tsx',
    'node_modules/@graphql-codegen/cli/esm/bin.js',
    '--config',
    'codegen.yml',
    '--check',
    '--silent',
  ],
  'the contract breaks no client': ['tools/run.cjs', 'tools/contract/contract.ts', '--check'],
  'docs/cost.md says what the cost model says': ['tools/run.cjs', 'tools/cost/cost.ts', '--check'],
  'types hold': ['node_modules/typescript/bin/tsc', '--project', '.'],
  'types of the page hold': ['node_modules/typescript/bin/tsc', '--project', 'web'],
  'lint rules hold': ['node_modules/eslint/bin/eslint.js', '.'],
  'files are formatted': [
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--cache',
    '--cache-location',
    '.build/prettier',
    '--log-level',
    'warn',
    '.',
  ],
  'dev synthesizes and passes cdk-nag': ['tools/run.cjs', 'infra/app.ts', '--stage', 'dev'],
  'prod synthesizes and passes cdk-nag': ['tools/run.cjs', 'infra/app.ts', '--stage', 'prod'],
  'prod with scans does as well': ['tools/run.cjs', 'infra/app.ts', '--stage', 'prod', '--malware-scan'],
};

const usage = 'npm run check    checks everything that can be checked without running the product';

/** Does what `usage` says. */
await runCommand(usage, async (argv) => {
  readCommandLine(argv, {});
  const failed: string[] = [];
  for (const [name, args] of Object.entries(checks)) {
    const started = performance.now();
    const code = await runProgram(args);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`);
    if (code !== 0) failed.push(name);
  }
  if (failed.length > 0) console.error(`Failed: ${failed.join('; ')}.`);
  return failed.length > 0 ? 1 : 0;
});
