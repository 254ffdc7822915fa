import { OutputsMissing } from './errors';
import { usage, writeOutputs } from './writeOutputs';

/** `npm run outputs -- --stage dev|prod`: writes amplify_outputs.json from what the deployment said. */
try {
  const argv = process.argv.slice(2);
  console.log(argv.includes('--help') ? usage : `Wrote ${await writeOutputs(argv)}.`);
} catch (error) {
  if (!(error instanceof OutputsMissing)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
