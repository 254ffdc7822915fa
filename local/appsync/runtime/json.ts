import { Misuse } from './errors';

// Kept from before resolver code gets its own JSON: https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html
const { parse, stringify } = JSON;

/** The value of a JSON text that is known to be valid. */
export const parseJson = (text: string): unknown => parse(text);

/** The value of a JSON text; undefined when it is none. */
export const parseJsonOrNothing = (text: string): unknown => {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
};

/** JSON of a value; undefined for what JSON has no text for; a Misuse for rings and big integers. */
export const toJson = (value: unknown): string | undefined => {
  try {
    return stringify(value);
  } catch (error) {
    // V8's own words tell of its insides over several lines.
    throw isWithoutJson(error) ? new Misuse('The value cannot be converted to JSON.') : error;
  }
};

/** Whether it is V8's complaint of a ring or a big integer, and not what a getter or `toJSON` threw. */
const isWithoutJson = (error: unknown): boolean =>
  error instanceof TypeError && /^(Converting circular structure|Do not know how to serialize)/.test(error.message);

/** The same for what must not fail any more: nothing where there is no JSON. */
export const toJsonIfAny = (value: unknown): string | undefined => {
  try {
    return stringify(value);
  } catch {
    return undefined;
  }
};
