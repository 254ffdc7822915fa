import { join } from 'node:path';
import { projectRoot } from './paths';

/** The arguments by which Node runs the twin as a process of its own. */
export const twinCommand = (args: readonly string[]): string[] => [
  join(projectRoot, 'tools', 'run.cjs'),
  'local/cli.ts',
  ...args,
];
