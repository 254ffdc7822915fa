import { runProgram } from '../runProgram';

/** Runs the CDK CLI on an already synthesized assembly; resolves with its exit code. */
export const cdk = (command: string, assembly: string, ...args: readonly string[]): Promise<number> =>
  runProgram(['node_modules/aws-cdk/bin/cdk', command, '--app', assembly, ...args]);

/** Synthesizes a stage as `npm run synth` does. */
export const synthesize = (argv: readonly string[]): Promise<number> =>
  runProgram(['tools/run.cjs', 'infra/app.ts', ...argv]);
