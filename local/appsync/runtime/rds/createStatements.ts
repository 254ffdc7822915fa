import { Misuse } from '../errors';
import { isObject, type Members } from '../values';
import { conditions } from './conditions';
import type { Dialect } from './dialects';
import { columnList, sourceName, tableName } from './names';
import { orderBy } from './orderBy';
import { identifier, template, variable, type Rendering } from './rendering';
import { isStatement, type StatementType } from './statements';

/** `createPgStatement` or `createMySQLStatement`: renders statements as one request, in a dialect. */
export const createStatements =
  (name: string, dialect: Dialect) =>
  (...args: unknown[]) => {
    if (args.length === 0) throw new Misuse(`An argument is expected to be passed to ${name}`);
    const rendering: Rendering = { dialect, variables: {}, hints: {} };
    const statements = args
      .flatMap((arg, index) => (index > 0 && (arg === null || arg === undefined) ? [] : [arg]))
      .map((arg) => {
        if (typeof arg === 'string') return arg;
        if (!isStatement(arg)) throw new Misuse(`Unsupported type is passed as argument to ${name}`);
        return render[arg.type](arg.properties, rendering)
          .filter((part) => part !== '')
          .join(' ')
          .trimEnd();
      });
    return { statements, variableMap: rendering.variables, variableTypeHintMap: rendering.hints };
  };

const render: Record<StatementType, (members: Members, rendering: Rendering) => string[]> = {
  SQL: (members, rendering) => [template(members, rendering)],
  SELECT: (members, rendering) => {
    const unsupported = Object.keys(members).find((name) => /join|^groupBy$|^having$/i.test(name));
    if (unsupported !== undefined) throw new Misuse(`${unsupported} is not supported here.`);
    const source = sourceName(members, rendering);
    return [
      ...[
        'SELECT',
        columnList(members.columns, rendering) ?? '*',
        `FROM ${source}`,
        ...whereClause(members, rendering),
      ],
      ...[
        orderBy(members.orderBy, rendering),
        count('limit', members.limit, rendering),
        count('offset', members.offset, rendering),
      ],
    ];
  },
  INSERT: (members, rendering) => {
    const table = tableName(members, rendering);
    const values = valuesOf(members, 'insert');
    const names = Object.keys(values).map((name) => identifier(name, rendering));
    const held = Object.keys(values).map((name) => variable(values[name], rendering));
    return [
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${held.join(', ')})`,
      ...returningClause(members, rendering),
    ];
  },
  UPDATE: (members, rendering) => {
    const table = tableName(members, rendering);
    const values = valuesOf(members, 'update');
    const changes = Object.keys(values).map(
      (name) => `${identifier(name, rendering)} = ${variable(values[name], rendering)}`,
    );
    return [
      `UPDATE ${table}`,
      'SET',
      changes.join(', '),
      ...whereClause(members, rendering),
      ...returningClause(members, rendering),
    ];
  },
  REMOVE: (members, rendering) => {
    const table = tableName(members, rendering);
    return [`DELETE FROM ${table}`, ...whereClause(members, rendering), ...returningClause(members, rendering)];
  },
};

const valuesOf = ({ values }: Members, name: string): Members => {
  if (values === undefined || values === null) throw new Misuse(`values are expected to be passed to ${name}`);
  if (!isObject(values)) throw new Misuse('Expected values to an Object.'); // the service's spelling
  return values;
};

const whereClause = ({ where }: Members, rendering: Rendering): string[] => {
  const body = conditions(where, rendering);
  return body === '' ? [] : ['WHERE', body];
};

const returningClause = ({ returning }: Members, rendering: Rendering): string[] => {
  const columns = columnList(returning, rendering);
  if (columns === undefined) return [];
  if (!rendering.dialect.hasReturning) throw new Misuse('returning is not supported in MySQL.');
  return ['RETURNING', columns];
};

const count = (name: 'limit' | 'offset', value: unknown, rendering: Rendering): string => {
  if (value === undefined || value === null) return '';
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) throw new Misuse(`${name} expects a number.`);
  return `${name.toUpperCase()} ${variable(number, rendering)}`;
};
