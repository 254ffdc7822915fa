import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import type { FieldFailure } from '../errors';
import type { JsonObject } from '../../json';
import type { SourceBatch } from '../sources/source';
import { packMembers } from '../contextParts';
import { addHeaders } from './addHeaders';
import { keysOf } from './engine/keysOf';
import type { RequestState } from './requestState';
import type { FieldRun } from './runHandler';
import type { RunResolver } from './runResolver';
import { selectedData } from './selectedData';
import { noteSubscriptionEffects } from './noteSubscriptionEffects';
import type { DescribeSelection } from './createSelectionDescriber';
import { withAbsentVariables } from './withAbsentVariables';
import { locationsOf } from './wireError';

/** Resolves a field with its own code and sources. */
export type FieldResolver = (
  source: unknown,
  args: JsonObject,
  state: RequestState,
  info: GraphQLResolveInfo,
) => Promise<unknown>;

/** Builds `ctx` as AppSync does, runs the resolver, and parses its value. */
export const resolveWith =
  (runResolver: RunResolver, environment: string, describeSelection: DescribeSelection): FieldResolver =>
  async (source, args, state, info) => {
    const fieldName = info.fieldName;
    const parentTypeName = info.parentType.name;
    const run: FieldRun = {
      fixed: packMembers({
        arguments: JSON.stringify(withAbsentVariables(args, info)),
        identity: state.identity,
        source: JSON.stringify(source ?? null),
        request: state.request,
        env: environment,
        info:
          `{"fieldName":"${fieldName}","parentTypeName":"${parentTypeName}","variables":${state.variables},` +
          `${describeSelection(info)}}`,
      }),
      stash: '{}',
      prev: undefined,
      coordinate: { fieldName, parentTypeName },
      batchOf: (step, open) => batchOf(`${parentTypeName}.${fieldName} ${step}`, state, open),
      select: (data) => selectedData(data, info),
      append: (error) => void state.appended.push(appended(error, info)),
      apply: (effects, handler) => {
        addHeaders(effects, state.headers);
        noteSubscriptionEffects(effects, handler, info, state);
      },
    };
    return JSON.parse(await runResolver(run));
  };

const batchOf = (place: string, { batches }: RequestState, open: () => SourceBatch): SourceBatch => {
  const batch = batches.get(place) ?? open();
  batches.set(place, batch);
  return batch;
};

const appended = ({ data, errorType, errorInfo, message }: FieldFailure, info: GraphQLResolveInfo) => {
  const { path = [], locations } = new GraphQLError('', { nodes: info.fieldNodes, path: keysOf(info.path) });
  return { path, data, errorType, errorInfo, locations: locationsOf({ locations }), message };
};
