import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Endpoints } from '../../local/endpoints';
import { buildDirectory } from '../../tools/paths';
import { twinCommand } from '../../tools/twinCommand';
import { residentMebibytes } from '../processMemory';

/** The twin as people start it: a process of its own, with its data on disk. */
export interface Product {
  readonly endpoints: Endpoints;
  /** Milliseconds from the start of the process to its first response. */
  readonly firstAnswer: number;
  /** The resident memory of the process and its children, in MiB. */
  readonly mebibytes: () => Promise<number>;
  /** How many files and sockets the process has open. */
  readonly openHandles: () => Promise<number>;
  /** Ends the process; its data stays. */
  readonly close: () => Promise<void>;
}

/** Creates a data folder, with a function that removes it. */
export const createFolder = async () => {
  // Not in the temporary directory, which may be in memory.
  await mkdir(join(buildDirectory, 'bench'), { recursive: true });
  const path = await mkdtemp(join(buildDirectory, 'bench', 'product-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};

/** Starts the twin on a data folder, in a Node with these flags, and waits for its first response. */
export const startProduct = async (folder: string, nodeFlags: readonly string[] = []): Promise<Product> => {
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, ...twinCommand(['--port', '0', '--data', folder])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface(child.stdout);
  const ready = new Promise<void>((resolve) =>
    lines.on('line', (line) => line.startsWith('MyFiles is ready') && resolve()),
  );
  await Promise.race([ready, exited.then(() => Promise.reject(new Error('The twin ended; see above.')))]);
  const endpoints: Endpoints = JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8'));
  const answer = await fetch(endpoints.graphql, { method: 'POST', body: '{}' });
  await answer.arrayBuffer();
  const firstAnswer = performance.now() - started;
  const pid = child.pid ?? 0;
  return {
    endpoints,
    firstAnswer,
    mebibytes: () => residentMebibytes(pid),
    openHandles: async () => (await readdir(`/proc/${pid}/fd`)).length,
    close: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
};
