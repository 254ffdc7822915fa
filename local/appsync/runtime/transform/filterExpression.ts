import { toAttributeValue, type AttributeValue } from '../dynamodbRequests/attributeValues';
import { listOf, objectOf, renderedIfAny, Unrenderable } from './renderable';

interface Rendering {
  readonly names: Record<string, string>;
  readonly values: Record<string, AttributeValue>;
}

export interface FilterExpression {
  readonly expression: string;
  readonly expressionNames: Readonly<Record<string, string>>;
  readonly expressionValues: Readonly<Record<string, AttributeValue>>;
}

/**
 * Renders a filter object as an expression exactly as AppSync does, including dangling ` AND ` and `(null)`; undefined
 * if it cannot be rendered. https://docs.aws.amazon.com/appsync/latest/devguide/transformation-helpers-in-utils-transform-js.html
 */
export const filterExpression = (filter: unknown): FilterExpression | undefined =>
  renderedIfAny(() => {
    const rendering: Rendering = { names: {}, values: {} };
    const expression = renderFilter(filter, '', rendering);
    return { expression, expressionNames: rendering.names, expressionValues: rendering.values };
  });

const renderFilter = (filter: unknown, path: string, rendering: Rendering): string =>
  partsOf(filter, path, rendering).join(' AND ');

const partsOf = (filter: unknown, path: string, rendering: Rendering): string[] => {
  const members = objectOf(filter);
  return Object.keys(members).map((name) => {
    const value = members[name];
    if (name === 'and' || name === 'or') return renderGroup(name, value, path, rendering);
    if (name === 'not') return `(NOT ${grouped(partsOf(value, `${path}not_`, rendering), 'AND')})`;
    rendering.names[`#${name}`] = name;
    return renderOperators(`#${name}`, value, `:${path}${name}`, rendering);
  });
};

const renderGroup = (name: 'and' | 'or', members: unknown, path: string, rendering: Rendering): string => {
  const parts = listOf(members).map((member, index) => renderFilter(member, `${path}${name}_${index}_`, rendering));
  return grouped(parts, name === 'and' ? 'AND' : 'OR');
};

const grouped = (parts: readonly string[], joiner: 'AND' | 'OR'): string =>
  parts.length > 1 ? `(${parts.join(` ${joiner} `)})` : (parts[0] ?? '');

const renderOperators = (operand: string, operators: unknown, path: string, rendering: Rendering): string => {
  const members = objectOf(operators);
  const parts = Object.keys(members).map((operator) =>
    renderOperator({ operand, operator, value: members[operator], path }, rendering),
  );
  return grouped(parts, 'AND');
};

interface Comparison {
  /** `#name` or `size(#name)`. */
  readonly operand: string;
  readonly operator: string;
  readonly value: unknown;
  /** The prefix of its value placeholders. */
  readonly path: string;
}

const renderOperator = ({ operand, operator, value, path }: Comparison, { names, values }: Rendering): string => {
  const placeholder = (held: unknown, suffix = ''): string => {
    const name = `${path}_${operator}${suffix}`;
    values[name] = toAttributeValue(held);
    return name;
  };
  const comparator = comparators.get(operator);
  if (comparator !== undefined) return `(${operand} ${comparator} ${placeholder(value)})`;
  switch (operator) {
    case 'contains':
      return `(contains(${operand},${placeholder(value)}))`;
    case 'notContains':
      return `(NOT contains(${operand},${placeholder(value)}))`;
    case 'beginsWith':
      return `(begins_with(${operand},${placeholder(value)}))`;
    case 'between': {
      const [start, end] = listOf(value, 2);
      return `(${operand} BETWEEN ${placeholder(start, '_start')} AND ${placeholder(end, '_end')})`;
    }
    case 'in': {
      const list = listOf(value).map((member, index) => placeholder(member, `_${index}`));
      return list.length === 0 ? '(null)' : `(${operand} IN (${list.join(', ')}))`; // AppSync's spelling
    }
    case 'attributeExists':
      if (typeof value !== 'boolean') throw new Unrenderable();
      return `(${value ? 'attribute_exists' : 'attribute_not_exists'}(${operand}))`;
    case 'attributeType':
      return `(attribute_type(${operand},${placeholder(typeCode(value))}))`;
    case 'size': // nested sizes collapse into one: AppSync's spelling
      return renderOperators(operand.startsWith('size(') ? operand : `size(${operand})`, value, `${path}_size`, {
        names,
        values,
      });
    default:
      throw new Unrenderable();
  }
};

const comparators = new Map(Object.entries({ eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' }));

const typeCodes = new Map(
  Object.entries({
    ...{ _null: 'NULL', binary: 'B', binarySet: 'BS', boolean: 'BOOL', list: 'L', map: 'M' },
    ...{ number: 'N', numberSet: 'NS', string: 'S', stringSet: 'SS' },
  }),
);

const typeCode = (name: unknown): string => {
  const code = typeCodes.get(String(name));
  if (code === undefined) throw new Unrenderable();
  return code;
};
