import { join } from 'node:path';
import { startMemoryTwin } from '../../local/startMemoryTwin';
import { CommandFailed } from '../errors';
import { findEndpoints, type ClientEndpoints } from '../findEndpoints';
import { projectRoot } from '../paths';

export interface FoundTwin {
  readonly endpoints: ClientEndpoints;
  readonly isOurs: boolean;
  readonly close: () => Promise<void>;
}

/** The twin started by `npm run dev`, or a new one in memory. */
export const findTwin = async (): Promise<FoundTwin> => {
  try {
    const endpoints = await findEndpoints(join(projectRoot, '.twin'));
    return { endpoints, isOurs: false, close: async () => undefined };
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    const twin = await startMemoryTwin(process.pid);
    return { endpoints: twin.endpoints, isOurs: true, close: twin.close };
  }
};
