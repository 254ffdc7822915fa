/** An object as JSON has it. DynamoDB's inputs, outputs and items all are. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether a value is a JSON object, so neither null nor an array. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a text that was written as a JSON object. */
export const parseObject = (text: string): JsonObject => {
  const value: unknown = JSON.parse(text);
  if (!isJsonObject(value)) throw new TypeError('a stored row is not a JSON object');
  return value;
};

/** One text for one value: the same whatever order its members were written in. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, member: unknown) =>
    isJsonObject(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
