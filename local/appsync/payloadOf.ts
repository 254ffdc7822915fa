import { isJsonObject } from '../json';

/** The result of a source without a service: the payload of its request. Both are JSON. */
export const payloadOf = (request: string): string => {
  const value: unknown = JSON.parse(request);
  return JSON.stringify((isJsonObject(value) ? value.payload : undefined) ?? null);
};
