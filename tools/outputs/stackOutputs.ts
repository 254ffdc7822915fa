import { readFile } from 'node:fs/promises';
import type { OutputName } from '../../infra/outputs';
import { memberOf } from '../memberOf';
import type { ClientFacts } from './amplifyOutputs';
import { OutputsMissing } from './errors';

/** Reads a stage's outputs from the text that `cdk deploy --outputs-file` writes, or throws OutputsMissing. */
export const stackOutputs = (text: string, stage: string): ClientFacts => {
  const output = readStack(text, stage);
  const webOrigins = output('WebOrigins').split(' ');
  return {
    region: output('Region'),
    graphql: output('GraphqlUrl'),
    userPoolId: output('UserPoolId'),
    userPoolClientId: output('UserPoolClientId'),
    hostedUiDomain: output('HostedUiDomain'),
    callbackUrls: webOrigins,
    logoutUrls: webOrigins,
  };
};

/** Returns a getter for a stage's outputs by name; both throw OutputsMissing. */
export const readStack = (text: string, stage: string): ((name: OutputName) => string) => {
  const outputs = memberOf(parse(text), `MyFiles-${stage}`);
  if (outputs === undefined) {
    throw new OutputsMissing(`The file has no outputs for ${stage}. ${mend}`);
  }
  return (name) => textOf(outputs, name);
};

// Names no command: a deployment without a stage's own options would reset them.
const mend = 'npm run deploy writes it; docs/operations.md says how to fetch it.';

/** The file to which `npm run deploy` writes a stage's stack outputs. */
export const deploymentFile = (stage: string): string => `.deployed/${stage}.json`;

/** Reads such a file, or rejects with OutputsMissing. */
export const readDeployment = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new OutputsMissing(`${file} cannot be read. ${mend}`, { cause });
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OutputsMissing('The file is not JSON: was the deployment interrupted? Deploy again.', { cause });
  }
};

const textOf = (outputs: unknown, name: OutputName): string => {
  const value = memberOf(outputs, name);
  if (typeof value === 'string' && value !== '') return value;
  throw new OutputsMissing(`The stack has no output ${name}: it is older than this project. Deploy again.`);
};
