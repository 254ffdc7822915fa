import { readFile } from 'node:fs/promises';
import { memberOf } from '../memberOf';
import { OutputsMissing } from './errors';

/** The fields of an `amplify_outputs.json` that a client needs: section and name. */
const needed = [
  ['auth', 'aws_region'],
  ['auth', 'user_pool_id'],
  ['auth', 'user_pool_client_id'],
  ['data', 'url'],
] as const;

const mend = 'Run: npm run outputs -- --stage dev';

/** Checks that a file holds what a client needs; rejects with OutputsMissing, which says what is wrong. */
export const requireOutputs = async (file: string): Promise<void> => {
  if (file === '' || file.startsWith('-')) throw new OutputsMissing('Name a file: --outputs amplify_outputs.json.');
  const outputs = parse(file, await readText(file));
  for (const [part, name] of needed) {
    const value = memberOf(memberOf(outputs, part), name);
    if (typeof value !== 'string' || value === '') throw new OutputsMissing(`${file} has no ${part}.${name}. ${mend}`);
  }
};

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new OutputsMissing(`${file} cannot be read. ${mend}`, { cause });
  }
};

const parse = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OutputsMissing(`${file} is not JSON. ${mend}`, { cause });
  }
};
