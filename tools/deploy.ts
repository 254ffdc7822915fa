import { runProgram } from './runProgram';

/** `npm run deploy -- --stage dev|prod`: synthesizes, then hands the template to the CDK's command-line tool. */
const stage = process.argv.slice(2);
const synthesized = await runProgram(['tools/run.js', 'infra/app.ts', ...stage]);
process.exitCode =
  synthesized === 0
    ? await runProgram([
        'node_modules/aws-cdk/bin/cdk',
        'deploy',
        '--app',
        'cdk.out',
        '--all',
        '--outputs-file',
        'cdk.out/outputs.json',
      ])
    : synthesized;
