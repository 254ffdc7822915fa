import type { JsonObject } from '../../../json';
import { malformed } from './errors';

/**
 * Refuses a request with an element that AppSync does not know, with the message that users report:
 * https://github.com/aws/aws-appsync-community/issues/341 and, for elements of the condition, …/issues/110
 */
export const demandKnown = (given: JsonObject, known: readonly string[], path = ''): void => {
  const unknown = Object.keys(given).find((element) => !known.includes(element));
  if (unknown !== undefined) throw malformed(`Unsupported element '$${path}[${unknown}]'.`);
};
