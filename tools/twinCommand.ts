import { join } from 'node:path';
import { projectRoot } from './paths';

/** The arguments with which Node runs the twin as a separate process. */
export const twinCommand = (args: readonly string[]): string[] => [
  join(projectRoot, 'tools', 'run.cjs'),
  'local/cli.ts',
  ...args,
];
