import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { replaceFile } from '../buildCache';
import { amplifyOutputs } from './amplifyOutputs';
import { OutputsMissing } from './errors';
import { stackOutputs } from './stackOutputs';

/** `--stage dev [--from cdk.out/outputs.json] [--to amplify_outputs.json]`: writes the file, resolves with its path. */
export const writeOutputs = async (argv: readonly string[]): Promise<string> => {
  const { stage, from, to } = readOptions(argv);
  if (stage === undefined) throw new OutputsMissing('Say --stage dev or --stage prod.');
  const outputs = stackOutputs(await readText(from, stage), stage);
  await replaceFile(to, `${JSON.stringify(amplifyOutputs(outputs), null, 2)}\n`);
  return to;
};

const readOptions = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        stage: { type: 'string' },
        from: { type: 'string', default: 'cdk.out/outputs.json' },
        to: { type: 'string', default: 'amplify_outputs.json' },
      },
    }).values;
  } catch (cause) {
    throw new OutputsMissing(cause instanceof Error ? cause.message : 'The options cannot be read.', { cause });
  }
};

const readText = async (file: string, stage: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new OutputsMissing(`${file} cannot be read. Run: npm run deploy -- --stage ${stage}`, { cause });
  }
};
