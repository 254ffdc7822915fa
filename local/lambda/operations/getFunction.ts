import { describeFunction, findFunction } from './describeFunction';
import type { Operation } from './operation';

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html, without the environment: it holds secrets. */
export const getFunction: Operation = (call) => {
  const description = findFunction(call);
  const Code = { RepositoryType: 'local', Location: `file://${description.file}` };
  return { status: 200, body: JSON.stringify({ Configuration: describeFunction(description), Code }) };
};
