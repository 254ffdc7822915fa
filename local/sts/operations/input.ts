import { InvalidParameterValue, Unsupported, ValidationError } from '../errors';
import type { Tags } from '../roles';
import type { Input } from './operation';

interface Text {
  readonly least: number;
  readonly most: number;
  readonly pattern?: RegExp;
}

/** A required parameter within its length bounds, or ValidationError. */
export const textOf = (input: Input, name: string, { least, most, pattern }: Text): string => {
  const value = input.get(name);
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  if (value === undefined) throw invalid('null', member, 'not be null');
  if (value.length < least) throw invalid(`'${value}'`, member, `have length greater than or equal to ${least}`);
  if (value.length > most) throw invalid(`'${value}'`, member, `have length less than or equal to ${most}`);
  if (pattern && !pattern.test(value)) {
    throw invalid(`'${value}'`, member, `satisfy regular expression pattern: ${pattern.source.slice(1, -1)}`);
  }
  return value;
};

/** The session duration in seconds, or ValidationError; default: an hour. */
export const durationOf = (input: Input): number => {
  const text = input.get('DurationSeconds') ?? '3600';
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (seconds >= 900 && seconds <= 43_200) return seconds;
  const bound = seconds < 900 ? 'greater than or equal to 900' : 'less than or equal to 43200';
  throw invalid(`'${text}'`, 'durationSeconds', `have value ${bound}`);
};

const maxTags = 50;

/** The session tags, or an StsError. https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html */
export const tagsOf = (input: Input): Tags => {
  const tags = new Map<string, string>();
  for (let number = 1; input.has(`Tags.member.${number}.Key`); number += 1) {
    if (number > maxTags) throw invalid('of more members', 'tags', `have length less than or equal to ${maxTags}`);
    const key = textOf(input, `Tags.member.${number}.Key`, { least: 1, most: 128, pattern: tagCharacters });
    const value = textOf(input, `Tags.member.${number}.Value`, { least: 0, most: 256, pattern: tagCharacters });
    const isKnown = [...tags.keys()].some((other) => other.toLowerCase() === key.toLowerCase());
    if (isKnown) {
      throw new InvalidParameterValue('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
    }
    tags.set(key, value);
  }
  return tags;
};

const tagCharacters = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Throws Unsupported for any other parameter: ignoring one could change what a session may do. */
export const refuseOthers = (input: Input, known: RegExp): void => {
  const other = [...input.keys()].find((name) => !known.test(name));
  if (other !== undefined) throw new Unsupported(`the parameter ${other.slice(0, 64)}`);
};

const invalid = (value: string, member: string, constraint: string) =>
  new ValidationError(
    `1 validation error detected: Value ${value} at '${member}' failed to satisfy constraint: Member must ${constraint}`,
  );
