import { runCommand } from '../runCommand';
import { usage, writeOutputs } from './writeOutputs';

/** `npm run outputs -- --stage dev|prod`: writes amplify_outputs.json from the stack's outputs. */
await runCommand(usage, async (argv) => {
  console.log(`Wrote ${await writeOutputs(argv)}.`);
  return 0;
});
