import { Misuse } from '../errors';
import { isObject, type Members } from '../values';
import { identifier, template, variable, type Rendering } from './rendering';
import { isSql } from './statements';

/** The body of a WHERE clause; as on the service, empty members leave their `AND` or `OR` behind. */
export const conditions = (where: unknown, rendering: Rendering): string => {
  if (where === undefined || where === null) return '';
  if (isSql(where)) return template(where.properties, rendering);
  if (!isObject(where)) throw new Misuse('WHERE values are expected to be SQL templates or a condition object.');
  return membersOf(where, rendering);
};

const membersOf = (where: Members, rendering: Rendering): string =>
  Object.keys(where)
    .map((name) => {
      const value = where[name];
      if (name === 'and' || name === 'or') return group(name, value, rendering).join(` ${name.toUpperCase()} `);
      return name === 'not' ? negation(value, rendering) : column(name, value, rendering);
    })
    .join(' AND ');

/**
 * "You can also negate a condition with not": the list of conditions is negated as a whole. The parentheses are
 * inferred from the other groups.
 */
const negation = (members: unknown, rendering: Rendering): string => {
  const body = group('not', members, rendering).join(' AND ');
  return body === '' ? '' : `NOT (${body})`;
};

const group = (name: string, members: unknown, rendering: Rendering): string[] => {
  if (!Array.isArray(members)) throw new Misuse(`${name} expects conditions to be an array`);
  return members.map((member: unknown) => {
    if (!isObject(member) || isSql(member)) throw new Misuse(`Expected ${name} to be an Object.`);
    const part = membersOf(member, rendering);
    return part === '' ? '' : `(${part})`;
  });
};

const column = (name: string, operators: unknown, rendering: Rendering): string => {
  if (!isObject(operators)) throw new Misuse('Expected condition to be an Object.');
  const operand = identifier(name, rendering);
  return Object.keys(operators)
    .map((operator) => {
      const path = `${name}.${operator}`;
      const value = operators[operator];
      return operator === 'size'
        ? size(operand, path, value, rendering)
        : condition({ operand, path, operator, value }, rendering);
    })
    .join(' AND ');
};

interface Condition {
  readonly operand: string;
  /** `name.eq`, for error messages. */
  readonly path: string;
  readonly operator: string;
  readonly value: unknown;
}

const condition = ({ operand, path, operator, value }: Condition, rendering: Rendering): string => {
  const sign = signs.get(operator);
  const pattern = patterns.get(operator);
  if (operator === 'between') return between(operand, path, value, rendering);
  if (sign === undefined && pattern === undefined && operator !== 'attributeExists')
    throw new Misuse(`Unsupported condition ${path}.`);
  if (value === null || value === undefined) throw new Misuse(`Value for ${path} can't be null.`);
  if (sign !== undefined) return `${operand} ${sign} ${variable(value, rendering)}`;
  if (pattern !== undefined) {
    if (typeof value !== 'string') throw new Misuse(`${path} expects a string value to be passed.`);
    const { verb, wrap } = pattern;
    return `${operand} ${verb} ${variable(wrap(value), rendering)}`;
  }
  if (typeof value !== 'boolean') throw new Misuse(`${path} expects a boolean value to be passed.`);
  return `${operand} IS ${value ? 'NOT NULL' : 'NULL'}`;
};

/** Comparisons of a column's length; unlike other operands, these may be null. */
const size = (operand: string, path: string, operators: unknown, rendering: Rendering): string => {
  if (!isObject(operators)) throw new Misuse(`Expected ${path} to be an Object.`);
  const length = `LENGTH (${operand})`;
  return Object.keys(operators)
    .map((operator) => {
      const sign = signs.get(operator);
      if (sign !== undefined) return `${length} ${sign} ${variable(operators[operator], rendering)}`;
      if (operator !== 'between') throw new Misuse(`${path} has invalid size operator.`);
      return between(length, path, operators[operator], rendering);
    })
    .join(' AND ');
};

const between = (operand: string, path: string, bounds: unknown, rendering: Rendering): string => {
  if (!Array.isArray(bounds)) throw new Misuse(`${path} condition expects an array with length of 2.`);
  if (bounds.length !== 2) {
    throw new Misuse(
      `${path} condition expects an array with 2 values but received an array with length ${bounds.length}.`,
    );
  }
  return `${operand} BETWEEN ${variable(bounds[0], rendering)} AND ${variable(bounds[1], rendering)}`;
};

const signs = new Map(Object.entries({ eq: '=', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' }));

const patterns = new Map([
  ['beginsWith', { verb: 'LIKE', wrap: (value: string) => `${value}%` }],
  ['contains', { verb: 'LIKE', wrap: (value: string) => `%${value}%` }],
  ['notContains', { verb: 'NOT LIKE', wrap: (value: string) => value }], // without wildcards, as on the service
]);
