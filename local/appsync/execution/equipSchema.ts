import type { GraphQLField, GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import type { AccessModes } from '../schema/createAccessRule';
import { createAccessRule } from '../schema/createAccessRule';
import { FieldFailure } from '../errors';
import type { ApiLimits } from '../options';
import { checkShape } from './checkShape';
import type { RequestState } from './requestState';
import type { FieldResolver } from './resolveField';
import { readProperty } from './resolveField';
import { startOnce } from './startOnce';

export interface Equipment {
  /** By coordinate, `Query.notes`. A field without a resolver reads its parent's property. */
  readonly resolvers: ReadonlyMap<string, FieldResolver>;
  readonly modes: AccessModes;
  readonly limits: ApiLimits;
}

/** Gives every field of the schema its way to a value: limit, permission, resolver, and the check of what came. */
export const equipSchema = (schema: GraphQLSchema, equipment: Equipment): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      equipField(type, field, equipment);
      if (type === schema.getSubscriptionType()) field.subscribe = startOnce(field);
    }
  }
};

/** AppSync's own bound, whatever an API asks for. */
const serviceResolverLimit = 10_000;

const equipField = (
  type: GraphQLObjectType,
  field: GraphQLField<unknown, RequestState>,
  { resolvers, modes, limits }: Equipment,
): void => {
  const isAllowed = createAccessRule(type, field, modes);
  const resolver = resolvers.get(`${type.name}.${field.name}`);
  const check = checkShape(field.type);
  const mostResolvers = limits.resolverCount > 0 ? limits.resolverCount : serviceResolverLimit;
  field.resolve = (source, args, state, info) => {
    if (state.isTooDeep && depthOf(info.path) > limits.queryDepth) {
      throw new FieldFailure(`The query is deeper than ${limits.queryDepth} levels.`, {
        type: 'QueryDepthLimitReached',
      });
    }
    if (!isAllowed(state.caller)) {
      throw new FieldFailure(`Not Authorized to access ${field.name} on type ${type.name}`, { type: 'Unauthorized' });
    }
    if (!resolver) return check(readProperty(source, info));
    state.resolversStarted += 1;
    if (state.resolversStarted > mostResolvers) {
      throw new FieldFailure(`The request runs more than ${mostResolvers} resolvers.`, {
        type: 'ResolverExecutionLimitReached',
      });
    }
    return state.deadline.race(resolver(source, args, state, info)).then(check);
  };
};

const depthOf = (path: GraphQLResolveInfo['path']): number => {
  let depth = 0;
  for (let at: GraphQLResolveInfo['path'] | undefined = path; at; at = at.prev) {
    if (typeof at.key === 'string') depth += 1;
  }
  return depth;
};
