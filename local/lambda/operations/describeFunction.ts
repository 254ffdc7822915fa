import { statSync } from 'node:fs';
import { FunctionNotFound } from '../errors';
import type { FunctionDescription } from '../environment';
import { functionArn } from '../names';
import type { Call } from './operation';

/** https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html */
export const describeFunction = ({ name, file, runtime, memoryMiB, timeoutSeconds }: FunctionDescription) => {
  const { size, mtime } = statSync(file);
  return {
    FunctionName: name,
    FunctionArn: functionArn(name),
    Runtime: runtime,
    Handler: 'index.handler',
    CodeSize: size,
    Timeout: timeoutSeconds,
    MemorySize: memoryMiB,
    LastModified: mtime.toISOString().replace('Z', '+0000'),
    Version: '$LATEST',
    PackageType: 'Zip',
    State: 'Active',
    LastUpdateStatus: 'Successful',
  };
};

/** The description of the function that a call names, or FunctionNotFound. */
export const findFunction = ({ functions, name }: Call): FunctionDescription => {
  const found = functions.list().find((description) => description.name === name);
  if (found === undefined) throw new FunctionNotFound(functionArn(name));
  return found;
};
