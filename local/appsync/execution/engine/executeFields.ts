import type { GraphQLResolveInfo } from 'graphql';
import { defaultFieldResolver, getArgumentValues, isNonNullType, locatedError, type GraphQLOutputType } from 'graphql';
import { setOwn } from '../../json';
import type { Path, Place, PlannedField, Run } from './plannedField';
import { isPromise, settleAll } from './promises';

/** The fields of one object, side by side; a promise only when one of them has to be waited for. */
export const executeFields = (
  run: Run,
  fields: readonly PlannedField[],
  source: unknown,
  path: Path | undefined,
): unknown => {
  const result = {};
  const waiting: Promise<unknown>[] = [];
  try {
    for (const field of fields) {
      const value = executeField(
        { run, field, path: { prev: path, key: field.key, typename: field.parentType.name } },
        source,
      );
      if (isPromise(value)) {
        setOwn(result, field.key, undefined); // its place in the order
        waiting.push(value.then((completed) => setOwn(result, field.key, completed)));
      } else setOwn(result, field.key, value);
    }
  } catch (error) {
    if (waiting.length === 0) throw error;
    return settleAll([Promise.reject(error), ...waiting]);
  }
  return waiting.length === 0 ? result : settleAll(waiting).then(() => result);
};

/** The fields of a mutation, one after the other. */
export const executeInTurn = async (run: Run, fields: readonly PlannedField[], source: unknown): Promise<unknown> => {
  const result = {};
  for (const field of fields) {
    const path: Path = { prev: undefined, key: field.key, typename: field.parentType.name };
    setOwn(result, field.key, await executeField({ run, field, path }, source));
  }
  return result;
};

const executeField = (place: Place, source: unknown): unknown => {
  const { run, field } = place;
  const { definition } = field;
  try {
    const { resolve = defaultFieldResolver } = definition;
    const value: unknown = resolve(source, argumentsOf(run, field), run.context, infoOf(place));
    const completed = isPromise(value)
      ? value.then((given) => field.complete(given, place))
      : field.complete(value, place);
    return isPromise(completed) ? completed.then(undefined, (error) => fail(error, definition.type, place)) : completed;
  } catch (error) {
    return fail(error, definition.type, place);
  }
};

/**
 * What stands for a value that failed: null, and the error is noted; where null may not stand, the error goes up.
 * https://spec.graphql.org/October2021/#sec-Handling-Field-Errors
 */
export const fail = (cause: unknown, type: GraphQLOutputType, { run, field, path }: Place): null => {
  const error = locatedError(cause, field.nodes, pathOf(path));
  if (isNonNullType(type)) throw error;
  run.errors.push(error);
  return null;
};

const noArguments = Object.freeze({});

const argumentsOf = ({ variables }: Run, { definition, nodes: [node] }: PlannedField) =>
  definition.args.length === 0 || !node ? noArguments : getArgumentValues(definition, node, variables);

const infoOf = ({ run, field, path }: Place): GraphQLResolveInfo => ({
  fieldName: field.definition.name,
  fieldNodes: field.nodes,
  returnType: field.definition.type,
  parentType: field.parentType,
  path,
  schema: run.schema,
  fragments: run.fragments,
  rootValue: run.rootValue,
  operation: run.operation,
  variableValues: run.variables,
});

const pathOf = (path: Path): (string | number)[] => {
  const keys: (string | number)[] = [];
  for (let at: Path | undefined = path; at; at = at.prev) keys.unshift(at.key);
  return keys;
};
