import { isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { createAccessRule, type AccessModes } from '../schema/createAccessRule';
import { FieldFailure } from '../errors';
import { getOwn } from '../json';
import type { ApiLimits } from '../options';
import { checkShape } from './checkShape';
import type { RequestState } from './requestState';
import type { FieldResolver } from './resolveField';
import type { Readers } from './engine/plan';
import { unread, type Path, type Reader } from './engine/plannedField';
import { notingStart } from './notingStart';

export interface Equipment {
  /** By coordinate, `Query.notes`. A field without a resolver reads its parent's property. */
  readonly resolvers: ReadonlyMap<string, FieldResolver>;
  readonly modes: AccessModes;
  readonly limits: ApiLimits;
}

/**
 * Equips every field of the schema with limits, access rule, resolver and a check of the value's shape. Returns the
 * readers of the fields that have no resolver; those of subscriptions are resolved all the same, to note their start.
 */
export const equipSchema = (schema: GraphQLSchema, equipment: Equipment): Readers => {
  const readers = new Map<GraphQLField<unknown, unknown>, Reader>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const guard = createGuard(type, field, equipment);
      const resolver = equipment.resolvers.get(`${type.name}.${field.name}`);
      const reader = reading(field, guard);
      const resolve: Resolve = resolver
        ? resolving(field, resolver, guard, equipment.limits)
        : (source, _args, state, { path }) => reader.read(source, state, path);
      if (type === schema.getSubscriptionType()) field.resolve = notingStart(resolve);
      else if (resolver) field.resolve = resolve;
      else readers.set(field, reader);
    }
  }
  return readers;
};

/** AppSync's own limit, for an API that sets none. */
const serviceResolverLimit = 10_000;

type Field = GraphQLField<unknown, RequestState>;
type Resolve = NonNullable<Field['resolve']>;

/** Refuses a field that is nested too deeply, or that the caller may not see. */
interface Guard {
  readonly demand: (state: RequestState, path: Path) => void;
  /** Whether the field is allowed anywhere in the response. */
  readonly isOpen: (state: RequestState) => boolean;
}

const createGuard = (type: GraphQLObjectType, field: Field, { modes, limits }: Equipment): Guard => {
  const isAllowed = createAccessRule(type, field, modes);
  const demand = (state: RequestState, path: Path): void => {
    if (state.isTooDeep && depthOf(path) > limits.queryDepth) {
      throw new FieldFailure(`The query is deeper than ${limits.queryDepth} levels.`, {
        type: 'QueryDepthLimitReached',
      });
    }
    if (!isAllowed(state.caller)) {
      throw new FieldFailure(`Not Authorized to access ${field.name} on type ${type.name}`, { type: 'Unauthorized' });
    }
  };
  return { demand, isOpen: (state) => !state.isTooDeep && isAllowed(state.caller) };
};

const reading = (field: Field, guard: Guard): Reader => {
  const check = checkShape(field.type);
  return {
    read: (source, state: RequestState, path) => {
      guard.demand(state, path);
      return check(getOwn(source, field.name));
    },
    readAnywhere: (source, state: RequestState) => (guard.isOpen(state) ? check(getOwn(source, field.name)) : unread),
  };
};

const resolving = (field: Field, resolver: FieldResolver, guard: Guard, limits: ApiLimits): Resolve => {
  const check = checkShape(field.type);
  const maxResolvers = limits.resolverCount > 0 ? limits.resolverCount : serviceResolverLimit;
  return (source, args, state, info) => {
    guard.demand(state, info.path);
    state.resolversStarted += 1;
    if (state.resolversStarted > maxResolvers) {
      throw new FieldFailure(`The request runs more than ${maxResolvers} resolvers.`, {
        type: 'ResolverExecutionLimitReached',
      });
    }
    return state.deadline.race(() => resolver(source, args, state, info)).then(check);
  };
};

const depthOf = (path: Path): number => {
  let depth = 0;
  for (let at: Path | undefined = path; at; at = at.prev) {
    if (typeof at.key === 'string') depth += 1;
  }
  return depth;
};
