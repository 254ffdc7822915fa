import { spawn } from 'node:child_process';
import { projectRoot } from './paths';

/**
 * Runs one of the project's own programs with this Node, adding `more` to its environment; resolves with its exit code.
 * It inherits our stdio.
 */
export const runProgram = (args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      stdio: 'inherit',
      env: { ...process.env, ...more },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
