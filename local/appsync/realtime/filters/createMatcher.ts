import { getOwn } from '../../json';
import type { Filter, Rule } from './readFilter';

/** Whether an event, or an invalidation's payload, matches. */
export type Matcher = (payload: unknown) => boolean;

/**
 * Turns a filter into a matcher: one of its alternatives must hold. A field that is null, or missing because the
 * mutation did not select it, passes no rule, not even a negative one; AppSync documents only what happens "when
 * a match is found". Lists of objects pass none either: "Enhanced filters don't support filtering for top-level object
 * lists". https://docs.aws.amazon.com/appsync/latest/devguide/aws-appsync-real-time-enhanced-filtering.html
 */
export const createMatcher =
  (filter: Filter): Matcher =>
  (payload) =>
    filter.some((rules) => rules.every((rule) => holds(rule, payload)));

const holds = ({ path, test }: Rule, payload: unknown): boolean => {
  let value = payload;
  for (const name of path) value = getOwn(value, name);
  return value !== null && value !== undefined && test(value);
};
