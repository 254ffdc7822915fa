import { isJsonObject } from './json';

/** What a source without a service gives: the payload of its request. Both are JSON texts. */
export const payloadOf = (request: string): string => {
  const value: unknown = JSON.parse(request);
  return JSON.stringify((isJsonObject(value) ? value.payload : undefined) ?? null);
};
