import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Endpoints } from '../../local/endpoints';
import { startMemoryTwin } from '../../local/startMemoryTwin';
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
  const twin = await startMemoryTwin(process.pid);
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
