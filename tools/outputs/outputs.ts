import { OutputsMissing } from './errors';
import { writeOutputs } from './writeOutputs';

/** `npm run outputs -- --stage dev|prod`: writes amplify_outputs.json from what the deployment said. */
try {
  const file = await writeOutputs(process.argv.slice(2));
  console.log(`Wrote ${file}.`);
} catch (error) {
  if (!(error instanceof OutputsMissing)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
