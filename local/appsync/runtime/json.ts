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

/** JSON of a value; undefined for what JSON has no text for. */
export const toJson = (value: unknown): string | undefined => stringify(value);
