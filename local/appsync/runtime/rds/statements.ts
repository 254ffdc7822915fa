import { Misuse } from '../errors';
import { isObject, type Members } from '../values';

/** A statement before it is rendered for a dialect; a plain object, as on the service. */
export interface Statement {
  readonly type: StatementType;
  readonly properties: Members;
}

export type StatementType = (typeof statementTypes)[number];

const statementTypes = ['SELECT', 'INSERT', 'UPDATE', 'REMOVE', 'SQL'] as const;

const statement =
  (name: string, type: StatementType) =>
  (...args: unknown[]): Statement => {
    const [payload] = args;
    if (args.length === 0) throw new Misuse(`An argument is expected to be passed to ${name}`);
    if (!isObject(payload)) throw new Misuse('Expected payload to be an Object.');
    return { type, properties: payload };
  };

export const select = statement('select', 'SELECT');
export const insert = statement('insert', 'INSERT');
export const update = statement('update', 'UPDATE');
export const remove = statement('remove', 'REMOVE');

/** A raw statement or WHERE clause; interpolated values become variables. */
export const sql = (texts: unknown, ...values: unknown[]): Statement => {
  if (!Array.isArray(texts) || texts.length !== values.length + 1) {
    // The service's wording.
    throw new Misuse('java.lang.IllegalArgumentException: Unexpected argument passed to sql tagged template');
  }
  return { type: 'SQL', properties: { texts, values } };
};

export const isStatement = (value: unknown): value is Statement & Members =>
  isObject(value) && isObject(value.properties) && statementTypes.some((type) => type === value.type);

export const isSql = (value: unknown): value is Statement & Members => isStatement(value) && value.type === 'SQL';
