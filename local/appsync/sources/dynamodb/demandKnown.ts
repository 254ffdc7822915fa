import type { JsonObject } from '../../ports';
import { malformed } from './errors';

/**
 * Refuses the elements of a request that AppSync does not know, in the words that users saw:
 * https://github.com/aws/aws-appsync-community/issues/341 and, within the condition, …/issues/110
 */
export const demandKnown = (given: JsonObject, known: readonly string[], path = ''): void => {
  const unknown = Object.keys(given).find((element) => !known.includes(element));
  if (unknown !== undefined) throw malformed(`Unsupported element '$${path}[${unknown}]'.`);
};
