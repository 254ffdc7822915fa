import { peakWhile } from '../processMemory';
import { graphqlRequest, measureLoad } from './measureLoad';
import { questions } from './questions';
import { spawnApi } from './spawnApi';

const millisecondsEach = 4_000;

/** The peak memory in MiB of the small API and its sandbox, under the three loads one after another. */
export const memoryUnderLoad = async (): Promise<number> => {
  const { pid, port, token, close } = await spawnApi();
  const peak = await peakWhile(pid, async () => {
    for (const { query, expected } of Object.values(questions)) {
      const requests = [graphqlRequest(query, token)];
      await measureLoad({ port, requests, expected, connections: 16, milliseconds: millisecondsEach });
    }
  });
  await close();
  return peak;
};
