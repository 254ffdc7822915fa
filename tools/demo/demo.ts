import { ConsoleLogger } from 'aws-amplify/utils';
import { readCommandLine } from '../commandLine';
import { runCommand } from '../runCommand';
import { findTwin, type FoundTwin } from './findTwin';
import { openDemoFile } from './demoFile';
import { runMainJob } from './mainJob';
import { createSteps } from './steps';

/** `npm run demo [file]`: the main job on a real file. Exits with 0, or with 1 and the step that failed. */
const main = async (path: string | undefined): Promise<void> => {
  ConsoleLogger.LOG_LEVEL = 'ERROR'; // otherwise Amplify warns that the user pool is not on AWS
  const step = createSteps(console.log, () => performance.now());
  const started = performance.now();
  const file = await step('open the file', async () => {
    const result = await openDemoFile(path);
    return { result, shown: `${result.name}, ${result.contentType}, ${result.bytes.size} bytes` };
  });
  const twin = await step('find the twin', async () => {
    const result: FoundTwin = await findTwin();
    return { result, shown: `${result.endpoints.graphql}${result.isOurs ? ', started in memory' : ''}` };
  });
  try {
    await runMainJob(twin.endpoints, file, step);
  } finally {
    await twin.close();
  }
  console.log(`Done in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
};

const usage =
  'npm run demo -- [FILE]    uploads FILE, or random bytes, to the running twin or a new one, and downloads it again';

await runCommand(usage, async (argv) => {
  await main(readCommandLine(argv, { words: 1 }).words[0]);
  return 0;
});
