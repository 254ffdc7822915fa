import { join } from 'node:path';
import { projectRoot } from './paths';

/**
 * What Node is told before it runs the twin: 4 MiB of room for short-lived objects, at once and at the most, where it would
 * begin with 1 and go up to 16. Under load the API holds 25 MiB less, as fast (decision 15).
 */
export const twinFlags: readonly string[] = ['--min-semi-space-size=4', '--max-semi-space-size=4'];

/** The arguments by which Node runs the twin as a process of its own. */
export const twinCommand = (args: readonly string[]): string[] => [
  ...twinFlags,
  join(projectRoot, 'tools', 'run.cjs'),
  'local/cli.ts',
  ...args,
];
