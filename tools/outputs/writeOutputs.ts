import { parseArgs } from 'node:util';
import { replaceFile } from '../buildCache';
import { amplifyOutputs } from './amplifyOutputs';
import { OutputsMissing } from './errors';
import { deploymentFile, readDeployment, stackOutputs } from './stackOutputs';

/** `--stage dev [--from .deployed/dev.json] [--to amplify_outputs.json]`: writes the file, resolves with its path. */
export const writeOutputs = async (argv: readonly string[]): Promise<string> => {
  const { stage, from: chosen, to } = readOptions(argv);
  if (stage === undefined) throw new OutputsMissing('Say --stage dev or --stage prod.');
  const from = chosen ?? deploymentFile(stage);
  const outputs = stackOutputs(await readDeployment(from, stage), stage);
  await replaceFile(to, `${JSON.stringify(amplifyOutputs(outputs), null, 2)}\n`);
  return to;
};

const readOptions = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        stage: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string', default: 'amplify_outputs.json' },
      },
    }).values;
  } catch (cause) {
    throw new OutputsMissing(cause instanceof Error ? cause.message : 'The options cannot be read.', { cause });
  }
};
