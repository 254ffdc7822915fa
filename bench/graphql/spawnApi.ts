import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../../tools/paths';

/** The small API in a process of its own. */
export interface ApiProcess {
  readonly pid: number;
  readonly port: number;
  /** A token that the API accepts. */
  readonly token: string;
  readonly close: () => Promise<void>;
}

export const spawnApi = async (): Promise<ApiProcess> => {
  const args = [join(projectRoot, 'tools/run.cjs'), 'bench/graphql/serveApi.ts'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line]: unknown[] = await once(child.stdout, 'data');
  const { port, token }: { port: number; token: string } = JSON.parse(String(line));
  return {
    pid: child.pid ?? 0,
    port,
    token,
    close: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
};
