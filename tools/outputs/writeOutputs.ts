import { replaceFile } from '../replaceFile';
import { parseCommandLine } from '../parseCommandLine';
import { amplifyOutputs } from './amplifyOutputs';
import { OutputsMissing } from './errors';
import { deploymentFile, readDeployment, stackOutputs } from './stackOutputs';

export const usage = `npm run outputs -- --stage dev|prod [--from .deployed/dev.json] [--to amplify_outputs.json]

  Writes the client configuration.`;

/** Does what `usage` says; resolves with the path of the written file. */
export const writeOutputs = async (argv: readonly string[]): Promise<string> => {
  const { stage, from: chosen, to } = readOptions(argv);
  if (stage === undefined) throw new OutputsMissing('Use --stage dev or --stage prod.');
  const from = chosen ?? deploymentFile(stage);
  const outputs = stackOutputs(await readDeployment(from), stage);
  await replaceFile(to, `${JSON.stringify(amplifyOutputs(outputs), null, 2)}\n`);
  return to;
};

const readOptions = (argv: readonly string[]) =>
  parseCommandLine(
    {
      args: [...argv],
      options: {
        stage: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string', default: 'amplify_outputs.json' },
      },
    },
    OutputsMissing,
  ).values;
