import { buildASTSchema, isObjectType, parse, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Caller } from '../../auth/caller';
import { FieldFailure } from '../../errors';
import { createExecute, type Execute } from '../../execution/engine/createExecute';
import { unread, type Reader } from '../../execution/engine/plannedField';
import { getOwn } from '../../json';
import { type AccessModes, createAccessRule } from '../../schema/createAccessRule';

/** The state that the fields of one delivery share. */
export interface DeliveryState {
  readonly caller: Caller;
}

export interface Delivery {
  readonly schema: GraphQLSchema;
  readonly execute: Execute;
}

/**
 * The schema by which events are delivered, and its `execute`. An event is the result of the mutation's selection,
 * already serialized: here no resolver runs and no scalar is serialized again; a field is a property, visible to those
 * who may see it.
 * https://docs.aws.amazon.com/appsync/latest/devguide/aws-appsync-real-time-data.html
 */
export const createDelivery = (sdl: string, modes: AccessModes): Delivery => {
  const schema = buildASTSchema(parse(sdl), { assumeValid: true });
  const readers = new Map<GraphQLField<unknown, unknown>, Reader>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const isAllowed = createAccessRule(type, field, modes);
      const read = (source: unknown, { caller }: DeliveryState): unknown => {
        if (isAllowed(caller)) return getOwn(source, field.name);
        throw new FieldFailure(`Not Authorized to access ${field.name} on type ${type.name}`, { type: 'Unauthorized' });
      };
      const readAnywhere = (source: unknown, { caller }: DeliveryState): unknown =>
        isAllowed(caller) ? getOwn(source, field.name) : unread;
      readers.set(field, { read, readAnywhere });
    }
  }
  return { schema, execute: createExecute(schema, readers) };
};
