import { loadProject } from './project';
import { startTwin, type Twin, type TwinOptions } from './twin';

/** A twin of the project as it is, on free ports, that keeps nothing: for the demo and for tests. */
export const startMemoryTwin = async (
  pid: number,
  options: Pick<TwinOptions, 'clock' | 'onCall'> = {},
): Promise<Twin> =>
  startTwin({ project: await loadProject(), host: '127.0.0.1', port: 0, pid, log: () => undefined, ...options });
