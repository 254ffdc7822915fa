import { malformed } from '../errors';
import { kindOf, missing, violation, type Check } from './check';

/** The limits of a string in AWS's model. */
export interface TextLimits {
  readonly least?: number;
  readonly most?: number;
  readonly pattern?: RegExp;
}

/** A string within limits; a violation is reported in the words of AWS's request validation. */
export const text =
  ({ least = 0, most = 131_072, pattern }: TextLimits = {}): Check<string> =>
  (value, at) => {
    if (value === undefined) throw missing(at);
    if (typeof value !== 'string') throw malformed(`${kindOf(value)} can not be converted to a String`);
    if (value.length < least) throw violation(at, `Member must have length greater than or equal to ${least}`);
    if (value.length > most) throw violation(at, `Member must have length less than or equal to ${most}`);
    if (pattern && !pattern.test(value)) {
      throw violation(at, `Member must satisfy regular expression pattern: ${pattern.source}`);
    }
  };

/** One of several strings. */
export const oneOf =
  <Word extends string>(...words: readonly Word[]): Check<Word> =>
  (value, at) => {
    if (value === undefined) throw missing(at);
    if (typeof value !== 'string') throw malformed(`${kindOf(value)} can not be converted to a String`);
    if (!words.some((word) => word === value)) {
      throw violation(at, `Member must satisfy enum value set: [${words.join(', ')}]`);
    }
  };
