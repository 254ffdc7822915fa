import { OutputsMissing } from '../outputs/errors';
import { ReplayFailed } from './errors';
import { runReplay } from './runReplay';

/** `npm run replay [-- --stage dev]`: hands to its function again what that was given up on. */
try {
  const isDone = await runReplay(process.argv.slice(2), (line) => console.log(line));
  if (!isDone) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ReplayFailed) && !(error instanceof OutputsMissing)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
