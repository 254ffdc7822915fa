import { invalidParameter } from '../errors';
import { parameter } from '../input/members';

/** A required, non-empty parameter of a flow or of an answer to a challenge. */
export const requireParameter = (map: Readonly<Record<string, string>> | undefined, name: string): string => {
  const value = parameter(map, name);
  if (value === undefined || value === '') throw invalidParameter(`Missing required parameter ${name}`);
  return value;
};
