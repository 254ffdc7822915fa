import type { ValueNode } from 'graphql';
import type { Words } from './validationWords';
import { printValue } from './printValue';

/** A wrong literal, and its path from the argument down: `input.tags[0]`. */
export interface WrongValue {
  readonly argument: string;
  readonly value: ValueNode;
}

/** AppSync's words for a literal that does not fit its type, derived from graphql-js's message. */
export const valueWords = (message: string, { argument, value }: WrongValue): Words => {
  const start = `argument '${argument}' with value '${printValue(value)}'`;
  return { type: 'WrongType', description: `${start} ${complaint(message)}` };
};

const complaint = (message: string): string => {
  const missing = /^Field "\w+\.(\w+)" of required type/.exec(message);
  if (missing) return `is missing required fields '[${missing[1]}]'`;
  const undefinedField = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(message);
  if (undefinedField) return `contains a field not in '${undefinedField[2]}': '${undefinedField[1]}'`;
  const type =
    /^Expected value of type "\W*(\w+)/.exec(message)?.[1] ??
    /^(\w+) cannot represent/.exec(message)?.[1] ??
    /^Enum "(\w+)"/.exec(message)?.[1] ??
    /does not exist in "(\w+)" enum/.exec(message)?.[1];
  return type === undefined ? 'is not valid' : `is not a valid '${type}'`;
};
