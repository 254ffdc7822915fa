import { Misuse } from './errors';

// The engine's own; resolver code gets a different JSON: https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html
const { parse, stringify } = JSON;

/** Parses JSON that is known to be valid. */
export const parseJson = (text: string): unknown => parse(text);

/** Parses JSON; undefined if the text is not valid JSON. */
export const parseJsonOrNothing = (text: string): unknown => {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
};

/** Serializes a value; undefined if JSON cannot express it; throws a Misuse for circular structures and BigInts. */
export const toJson = (value: unknown): string | undefined => {
  try {
    return stringify(value);
  } catch (error) {
    // V8's own message exposes internals over several lines.
    throw isWithoutJson(error) ? new Misuse('The value cannot be converted to JSON.') : error;
  }
};

/** Whether V8 threw it for a circular structure or a BigInt, rather than a getter or `toJSON`. */
const isWithoutJson = (error: unknown): boolean =>
  error instanceof TypeError && /^(Converting circular structure|Do not know how to serialize)/.test(error.message);

/** Like `toJson`, for where failing is no option: undefined if serialization fails. */
export const toJsonIfAny = (value: unknown): string | undefined => {
  try {
    return stringify(value);
  } catch {
    return undefined;
  }
};
