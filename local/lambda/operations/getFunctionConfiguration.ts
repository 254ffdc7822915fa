import { describeFunction, findFunction } from './describeFunction';
import type { Operation } from './operation';

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
export const getFunctionConfiguration: Operation = (call) => ({
  status: 200,
  body: JSON.stringify(describeFunction(findFunction(call))),
});
