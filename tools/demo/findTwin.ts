import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Endpoints } from '../../local/endpoints';
import { loadProject } from '../../local/project';
import { startTwin } from '../../local/twin';
import { projectRoot } from '../paths';

export interface FoundTwin {
  readonly endpoints: Endpoints;
  readonly isOurs: boolean;
  readonly close: () => Promise<void>;
}

/** The twin that `npm run dev` runs, or a new one in memory. */
export const findTwin = async (): Promise<FoundTwin> => {
  const running = await readRunning();
  if (running) return { endpoints: running, isOurs: false, close: async () => undefined };
  const twin = await startTwin({
    project: await loadProject(),
    host: '127.0.0.1',
    port: 0,
    pid: process.pid,
    log: () => undefined,
  });
  return { endpoints: twin.endpoints, isOurs: true, close: twin.close };
};

const readRunning = async (): Promise<Endpoints | undefined> => {
  try {
    const endpoints: Endpoints = JSON.parse(await readFile(join(projectRoot, '.twin', 'endpoints.json'), 'utf8'));
    process.kill(endpoints.pid, 0);
    await fetch(endpoints.mailbox);
    return endpoints;
  } catch {
    return undefined; // not running, or ended without taking its endpoints back
  }
};
