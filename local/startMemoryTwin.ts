import { loadProject } from './project';
import { startTwin, type Twin, type TwinOptions } from './twin';

/** A twin of the current project on free ports that keeps no data: for the demo and for tests. */
export const startMemoryTwin = async (
  pid: number,
  options: Pick<TwinOptions, 'clock' | 'onCall'> = {},
): Promise<Twin> =>
  startTwin({ project: await loadProject(), host: '127.0.0.1', port: 0, pid, log: () => undefined, ...options });
