import { isJsonObject, type JsonObject } from '../../json';
import { compareValues, contains, equals, sizeOf, startsWith, typeOf } from './values';

/**
 * Whether an item satisfies a condition, in the form in which dynalite parses it. dynalite's own evaluation finds no two
 * lists or maps equal, gives the empty string no size, compares strings by UTF-16 and reads binary values as text.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
export const matches = (item: JsonObject, condition: unknown): boolean => {
  const { type, name, args } = operationOf(condition);
  if (type === 'and') return args.every((arg) => matches(item, arg));
  if (type === 'or') return args.some((arg) => matches(item, arg));
  if (type === 'not') return !matches(item, args[0]);
  const [first, ...others] = args.map((arg) => read(item, arg));
  return holds(type === 'function' ? name : type, first, others);
};

interface Operation {
  readonly type: string;
  /** Of a function. */
  readonly name: string;
  readonly args: readonly unknown[];
}

const operationOf = (condition: unknown): Operation => {
  const { type, name, args } = isJsonObject(condition) ? condition : {};
  return { type: String(type), name: String(name), args: Array.isArray(args) ? args : [] };
};

/** The attribute value of an operand: a literal, a path or a size; undefined if the item has none there. */
const read = (item: JsonObject, operand: unknown): JsonObject | undefined => {
  if (Array.isArray(operand)) return attributeAt(item, operand);
  if (!isJsonObject(operand) || operand['type'] !== 'function') return isJsonObject(operand) ? operand : undefined;
  const size = sizeOf(read(item, operationOf(operand).args[0]));
  return size === undefined ? undefined : { N: String(size) };
};

const attributeAt = (item: JsonObject, path: readonly unknown[]): JsonObject | undefined => {
  let attribute: unknown = { M: item };
  for (const step of path) {
    const { M: map, L: list } = isJsonObject(attribute) ? attribute : {};
    if (typeof step === 'number') attribute = Array.isArray(list) ? list[step] : undefined;
    else attribute = isJsonObject(map) ? map[String(step)] : undefined;
  }
  return isJsonObject(attribute) ? attribute : undefined;
};

type Value = JsonObject | undefined;

const holds = (operator: string, value: Value, others: readonly Value[]): boolean => {
  const [other, last] = others;
  switch (operator) {
    case '=':
      return equals(value, other);
    case '<>':
      return !equals(value, other);
    case '<':
      return (compareValues(value, other) ?? 0) < 0;
    case '<=':
      return (compareValues(value, other) ?? 1) <= 0;
    case '>':
      return (compareValues(value, other) ?? 0) > 0;
    case '>=':
      return (compareValues(value, other) ?? -1) >= 0;
    case 'between':
      return (compareValues(value, other) ?? -1) >= 0 && (compareValues(value, last) ?? 1) <= 0;
    case 'in':
      return others.some((candidate) => equals(value, candidate));
    case 'attribute_exists':
      return value !== undefined;
    case 'attribute_not_exists':
      return value === undefined;
    case 'attribute_type':
      return value !== undefined && typeOf(value) === other?.['S'];
    case 'begins_with':
      return startsWith(value, other);
    case 'contains':
      return contains(value, other);
    default:
      throw new Error(`no condition has the operator ${operator}`);
  }
};
