import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../../tools/paths';
import { peakWhile } from '../processMemory';
import { graphqlRequest, measureLoad } from './measureLoad';
import { questions } from './questions';

const millisecondsEach = 4_000;

/** MiB that the small API and its sandbox hold at the most under each of the three loads in turn. */
export const memoryUnderLoad = async (): Promise<number> => {
  const args = [join(projectRoot, 'tools/run.cjs'), 'bench/graphql/serveApi.ts'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line]: unknown[] = await once(child.stdout, 'data');
  const { port, token }: { port: number; token: string } = JSON.parse(String(line));
  const peak = await peakWhile(child.pid ?? 0, async () => {
    for (const { query, expected } of Object.values(questions)) {
      const requests = [graphqlRequest(query, token)];
      await measureLoad({ port, requests, expected, connections: 16, milliseconds: millisecondsEach });
    }
  });
  child.kill();
  await once(child, 'exit');
  return peak;
};
