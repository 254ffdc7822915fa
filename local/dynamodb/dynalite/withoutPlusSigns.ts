import { isJsonObject, type JsonObject } from '../../json';

/**
 * An input without the plus signs that its numbers may begin with: DynamoDB takes +3 for 3, but dynalite takes none.
 * https://github.com/scylladb/scylladb/blob/master/test/alternator/test_number.py
 */
export const withoutPlusSigns = (input: JsonObject): JsonObject => (hasPlusSign(input) ? copyOf(input) : input);

const hasPlusSign = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(hasPlusSign);
  const members = isJsonObject(value) ? Object.entries(value) : [];
  return members.some(([name, member]) => (isNumeric(name) && isSigned(member)) || hasPlusSign(member));
};

const copyOf = (value: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, isNumeric(name) ? unsigned(member) : copyOfMember(member)]),
  );

const copyOfMember = (member: unknown): unknown => {
  if (Array.isArray(member)) return member.map(copyOfMember);
  return isJsonObject(member) ? copyOf(member) : member;
};

/** Whether a member is a number or a set of numbers, unless it is an attribute of that name, which is no text. */
const isNumeric = (name: string): boolean => name === 'N' || name === 'NS';

const isSigned = (member: unknown): boolean =>
  Array.isArray(member) ? member.some(isSigned) : typeof member === 'string' && /^\+[\d.]/.test(member);

const unsigned = (member: unknown): unknown => {
  if (typeof member === 'string') return member.replace(/^\+(?=[\d.])/, '');
  return Array.isArray(member) ? member.map(unsigned) : copyOfMember(member);
};
