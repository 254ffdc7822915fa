import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { projectRoot } from '../../tools/paths';

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves once the output contains the text; rejects with the output if the program ends first. */
  readonly says: (text: string) => Promise<void>;
  readonly ended: Promise<Ended>;
}

/** Starts one of the project's programs as from a terminal: `run('local/cli.ts', ['--port', '0'])`. */
export const run = (
  entry: string,
  args: readonly string[],
  cwd = projectRoot,
  more: Readonly<Record<string, string>> = {},
): Running => {
  const env = { ...process.env, ...more };
  const child = spawn(process.execPath, [`${projectRoot}/tools/run.cjs`, entry, ...args], { cwd, env });
  const output: string[] = [];
  const text = (): string => output.join('');
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(String(chunk)));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, output: text() })));
  const says = (wanted: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (text().includes(wanted)) resolve();
      };
      child.stdout.on('data', look);
      void ended.then(({ output: said }) => reject(new Error(`It ended without "${wanted}": ${said}`)));
      look();
    });
  return { child, says, ended };
};
