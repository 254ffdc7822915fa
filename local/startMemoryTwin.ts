import { systemClock } from './clock';
import { loadProject } from './project';
import { startTwin, type Twin } from './twin';

/** A twin of the project as it is, on free ports, that keeps nothing: for the demo and for tests. */
export const startMemoryTwin = async (pid: number, clock = systemClock): Promise<Twin> =>
  startTwin({ project: await loadProject(), host: '127.0.0.1', port: 0, pid, clock, log: () => undefined });
