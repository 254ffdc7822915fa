import type { GraphQLSchema } from 'graphql';
import { createPreparer, type PreparedDocument } from './documents/createPreparer';
import { ApiRefused } from './errors';
import { createExecute, type Execute } from './execution/engine/createExecute';
import { equipSchema } from './execution/equipSchema';
import { resolveWith, type FieldResolver } from './execution/resolveField';
import type { RunResolver } from './execution/runResolver';
import { runPipeline } from './execution/runPipeline';
import { runUnit } from './execution/runUnit';
import { createSelectionDescriber } from './execution/createSelectionDescriber';
import type { ApiOptions, ApiParts } from './options';
import { loadCode, type LoadedCode } from './loadCode';
import { onDemand } from '../onDemand';
import { createDelivery, type Delivery } from './realtime/delivery/createDelivery';
import { buildApiSchema } from './schema/buildApiSchema';
import { readSubscriptionLinks, type SubscriptionLinks } from './schema/subscriptionLinks';
import type { AccessModes } from './schema/createAccessRule';
import { wiringProblems } from './schema/wiringProblems';
import { createSource, type SourceServices } from './sources/createSource';
import type { DataSource } from './sources/source';

/** An API that is ready to serve requests; a reload replaces it. */
export interface LiveApi {
  readonly schema: GraphQLSchema;
  readonly prepare: (query: string) => PreparedDocument;
  readonly execute: Execute;
  /** The subscription fields that each mutation field feeds. */
  readonly links: SubscriptionLinks;
  /** Reduces an event to what a subscriber selected and may see. Created on the first event. */
  readonly delivery: () => Delivery;
}

export type AssemblyOptions = Pick<ApiOptions, 'evaluator' | 'iam' | 'apiKeys' | 'limits'> & SourceServices;

/** Assembles schema, wiring and code; rejects with ApiRefused, listing every problem, if they do not fit. */
export const assembleApi = async (parts: ApiParts, options: AssemblyOptions): Promise<LiveApi> => {
  const schema = buildApiSchema(parts.schema);
  const { links, problems: unlinked } = readSubscriptionLinks(schema);
  const problems = [...wiringProblems(schema, parts), ...unlinked];
  const code = await loadCode(parts, options.evaluator);
  if (problems.length + code.problems.length > 0) throw new ApiRefused([...problems, ...code.problems]);
  const modes: AccessModes = {
    defaultMode: 'AMAZON_COGNITO_USER_POOLS',
    isSingleMode: options.iam === undefined && options.apiKeys === undefined,
  };
  const readers = equipSchema(schema, { resolvers: resolversOf(parts, code, options), modes, limits: options.limits });
  return {
    schema,
    prepare: createPreparer(schema, options.limits),
    execute: createExecute(schema, readers),
    links,
    delivery: onDemand(() => createDelivery(parts.schema, modes)),
  };
};

const resolversOf = (parts: ApiParts, code: LoadedCode, services: SourceServices): Map<string, FieldResolver> => {
  const environment = JSON.stringify(parts.environment);
  const describeSelection = createSelectionDescriber();
  const sources = new Map(
    Object.entries(parts.sources).map(([name, source]) => [name, createSource(name, source, services)]),
  );
  return new Map(
    Object.keys(parts.routes).map((coordinate) => [
      coordinate,
      resolveWith(runnerOf(coordinate, parts, code, sources), environment, describeSelection),
    ]),
  );
};

const runnerOf = (
  coordinate: string,
  { routes }: ApiParts,
  code: LoadedCode,
  sources: ReadonlyMap<string, DataSource>,
): RunResolver => {
  const route = routes[coordinate];
  const own = known(code.resolvers.get(coordinate), coordinate);
  if (route && 'steps' in route) {
    const steps = route.steps.map(([step, source]) => ({
      code: known(code.steps.get(step), step),
      source: known(sources.get(source), source),
    }));
    return runPipeline(own, steps);
  }
  return runUnit(own, known(sources.get(route?.source ?? ''), coordinate));
};

/** Narrows a value that `wiringProblems` and `loadCode` have found to exist. */
const known = <Value>(value: Value | undefined, name: string): Value => {
  if (value === undefined) throw new ApiRefused([`${name}: not wired.`]);
  return value;
};
