import {
  defaultFieldResolver,
  getArgumentValues,
  isNonNullType,
  locatedError,
  type GraphQLResolveInfo,
  type GraphQLOutputType,
} from 'graphql';
import { keysOf } from './keysOf';
import { unread, type Place, type PlannedField, type Run, type Selection } from './plannedField';
import { isPromise, settleAll } from './promises';

/** Executes the fields of one object concurrently; returns a promise only if one of them is asynchronous. */
export const executeFields = (
  run: Run,
  { fields, blank }: Selection,
  source: unknown,
  parent: Place | undefined,
): unknown => {
  const result = { ...blank };
  const waiting: Promise<unknown>[] = [];
  try {
    for (const field of fields) {
      const leaf = field.readLeaf ? field.readLeaf(source, run.context) : unread;
      const value = leaf === unread ? executeField(placeOf(run, field, parent), source) : leaf;
      if (isPromise(value)) waiting.push(value.then((completed) => void (result[field.key] = completed)));
      else result[field.key] = value;
    }
  } catch (error) {
    if (waiting.length === 0) throw error;
    return settleAll([Promise.reject(error), ...waiting]);
  }
  return waiting.length === 0 ? result : settleAll(waiting).then(() => result);
};

/** Executes the fields of a mutation one after the other. */
export const executeInTurn = async (run: Run, { fields, blank }: Selection, source: unknown): Promise<unknown> => {
  const result = { ...blank };
  for (const field of fields) result[field.key] = await executeField(placeOf(run, field, undefined), source);
  return result;
};

const placeOf = (run: Run, field: PlannedField, parent: Place | undefined): Place => ({
  run,
  field,
  prev: parent,
  key: field.key,
  typename: field.parentType.name,
});

const executeField = (place: Place, source: unknown): unknown => {
  const { run, field } = place;
  const { definition, reader } = field;
  try {
    const value = reader ? reader.read(source, run.context, place) : resolve(place, source);
    const completed = isPromise(value)
      ? value.then((given) => field.complete(given, place))
      : field.complete(value, place);
    return isPromise(completed) ? completed.then(undefined, (error) => fail(error, definition.type, place)) : completed;
  } catch (error) {
    return fail(error, definition.type, place);
  }
};

const resolve = (place: Place, source: unknown): unknown => {
  const { run, field } = place;
  const { resolve: own = defaultFieldResolver } = field.definition;
  return own(source, argumentsOf(run, field), run.context, infoOf(place));
};

/**
 * Records the error of a failed value and returns null in its place; if the type is non-null, throws it to the parent.
 * https://spec.graphql.org/October2021/#sec-Handling-Field-Errors
 */
export const fail = (cause: unknown, type: GraphQLOutputType, place: Place): null => {
  const { run, field } = place;
  const error = locatedError(cause, field.nodes, keysOf(place));
  if (isNonNullType(type)) throw error;
  run.errors.push(error);
  return null;
};

const noArguments = Object.freeze({});

const argumentsOf = ({ variables }: Run, { definition, nodes: [node] }: PlannedField) =>
  definition.args.length === 0 || !node ? noArguments : getArgumentValues(definition, node, variables);

const infoOf = ({ run, field, prev, key, typename }: Place): GraphQLResolveInfo => ({
  fieldName: field.definition.name,
  fieldNodes: field.nodes,
  returnType: field.definition.type,
  parentType: field.parentType,
  path: { prev, key, typename },
  schema: run.schema,
  fragments: run.fragments,
  rootValue: run.rootValue,
  operation: run.operation,
  variableValues: run.variables,
});
