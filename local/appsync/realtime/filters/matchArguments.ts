import type { JsonObject } from '../../../json';
import { getOwn } from '../../json';
import type { Matcher } from './createMatcher';

/**
 * The matcher of a subscription without a filter: every given argument must equal the event's field of the same name.
 * An explicit null matches events that have no value there; an omitted argument restricts nothing.
 * https://docs.aws.amazon.com/appsync/latest/devguide/aws-appsync-real-time-data.html
 */
export const matchArguments = (args: JsonObject): Matcher => {
  const wanted = Object.entries(args).map(([name, value]) => [name, JSON.stringify(value)] as const);
  return (payload) => wanted.every(([name, text]) => JSON.stringify(getOwn(payload, name) ?? null) === text);
};
