import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMemoryTwin } from '../../../local/startMemoryTwin';
import { runUserCommand } from '../../../tools/user/runUserCommand';
import { projectRoot } from '../../../tools/paths';
import { run, type Running } from '../../support/runProgram';

export const owner = 'owner@example.com';
export const password = 'Correct-horse-7-battery';
export const MiB = 1024 ** 2;

/** The owner at a terminal: `said` collects all that is printed. */
export const atDesk = (said: string[]) => ({
  folder: process.cwd(),
  say: (line: string) => void said.push(line),
  warn: (line: string) => void said.push(line),
  askEmail: async () => '',
  askPassword: async () => password,
});

/** A twin with one person, its data folder, and a folder for files to upload. */
export const useTwin = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-upload-'));
  const twin = await startMemoryTwin(process.pid);
  await writeFile(join(folder, 'endpoints.json'), JSON.stringify(twin.endpoints));
  await runUserCommand(['add', owner, '--data', folder], {
    say: () => undefined,
    warn: () => undefined,
    askPassword: async () => password,
  });
  return {
    folder,
    endpoints: twin.endpoints,
    /** Creates a file of random bytes; resolves with its path. */
    file: async (name: string, size: number): Promise<string> => {
      await writeFile(join(folder, name), randomBytes(size));
      return join(folder, name);
    },
    /** Starts the program as from a terminal. */
    upload: (args: readonly string[], typed = password, more: Readonly<Record<string, string>> = {}): Running => {
      const running = run('tools/upload/upload.ts', ['--data', folder, '--email', owner, ...args], projectRoot, more);
      running.child.stdin?.end(`${typed}\n`);
      return running;
    },
    [Symbol.asyncDispose]: async () => {
      await twin.close();
      await rm(folder, { recursive: true });
    },
  };
};
