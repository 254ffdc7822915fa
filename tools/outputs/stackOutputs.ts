import type { ClientFacts } from './amplifyOutputs';
import { OutputsMissing } from './errors';

/** Reads a stage's outputs from the text of the file that `cdk deploy --outputs-file` writes, or throws OutputsMissing. */
export const stackOutputs = (text: string, stage: string): ClientFacts => {
  const outputs = memberOf(parse(text), `MyFiles-${stage}`);
  if (outputs === undefined) {
    throw new OutputsMissing(`The file has no outputs of ${stage}. Run: npm run deploy -- --stage ${stage}`);
  }
  const webOrigins = textOf(outputs, 'WebOrigins').split(' ');
  return {
    region: textOf(outputs, 'Region'),
    graphql: textOf(outputs, 'GraphqlUrl'),
    userPoolId: textOf(outputs, 'UserPoolId'),
    userPoolClientId: textOf(outputs, 'UserPoolClientId'),
    hostedUiDomain: textOf(outputs, 'HostedUiDomain'),
    callbackUrls: webOrigins,
    logoutUrls: webOrigins,
  };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OutputsMissing('The file is not JSON: was the deployment cut short? Deploy again.', { cause });
  }
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const textOf = (outputs: unknown, name: string): string => {
  const value = memberOf(outputs, name);
  if (typeof value === 'string' && value !== '') return value;
  throw new OutputsMissing(`The stack says nothing of ${name}: it is older than this project. Deploy again.`);
};
