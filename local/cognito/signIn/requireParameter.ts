import { invalidParameter } from '../errors';
import { parameter } from '../input/members';

/** A parameter of a flow or an answer to a challenge, which must be there and not be empty. */
export const requireParameter = (map: Readonly<Record<string, string>> | undefined, name: string): string => {
  const value = parameter(map, name);
  if (value === undefined || value === '') throw invalidParameter(`Missing required parameter ${name}`);
  return value;
};
