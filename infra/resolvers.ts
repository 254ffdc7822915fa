import {
  CfnFunctionConfiguration,
  CfnResolver,
  type CfnDataSource,
  type CfnGraphQLApi,
  type CfnGraphQLSchema,
} from 'aws-cdk-lib/aws-appsync';
import { Construct } from 'constructs';
import { api } from '../config/api';
import type { Route } from '../resolvers/wiringTypes';
import { resolverCode, stepCode, type ProjectCode } from './code';
import { InvalidWiring } from './errors';
import { routeEntries, splitCoordinate, stepSources } from './wiring';

export interface ResolversProps {
  readonly api: CfnGraphQLApi;
  readonly schema: CfnGraphQLSchema;
  readonly sources: ReadonlyMap<string, CfnDataSource>;
  readonly code: ProjectCode;
}

/**
 * Creates the manifest's routes: an AppSync function for each step, a resolver for each field. None refers to the
 * schema, yet all depend on it: a resolver needs its field, and AppSync creates neither while a schema is being
 * altered.
 * https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateFunction.html
 */
export const createResolvers = (scope: Construct, props: ResolversProps): void => {
  const steps = createSteps(new Construct(scope, 'Steps'), props);
  const resolvers = new Construct(scope, 'Resolvers');
  for (const [coordinate, route] of routeEntries) {
    const [typeName, fieldName] = splitCoordinate(coordinate);
    refuseLongPipeline(coordinate, route);
    const resolver = new CfnResolver(resolvers, coordinate, {
      apiId: props.api.attrApiId,
      typeName,
      fieldName,
      runtime,
      code: resolverCode(props.code, coordinate),
      ...('steps' in route
        ? { kind: 'PIPELINE', pipelineConfig: { functions: route.steps.map(([step]) => functionIdOf(steps, step)) } }
        : { kind: 'UNIT', dataSourceName: sourceOf(props.sources, route.source).attrName }),
    });
    resolver.addResourceDependency(props.schema);
  }
};

const runtime = { name: api.runtime.name, runtimeVersion: api.runtime.version };

// https://docs.aws.amazon.com/general/latest/gr/appsync.html
const maxSteps = 10;

const refuseLongPipeline = (coordinate: string, route: Route): void => {
  if (!('steps' in route) || route.steps.length <= maxSteps) return;
  throw new InvalidWiring(`${coordinate} has ${route.steps.length} steps; AppSync takes ${maxSteps}.`);
};

type Steps = ReadonlyMap<string, CfnFunctionConfiguration>;

const createSteps = (scope: Construct, props: ResolversProps): Steps => {
  const created = [...stepSources()].map(([step, source]) => {
    const configuration = new CfnFunctionConfiguration(scope, step, {
      apiId: props.api.attrApiId,
      name: step,
      dataSourceName: sourceOf(props.sources, source).attrName,
      runtime,
      code: stepCode(props.code, step),
    });
    configuration.addResourceDependency(props.schema);
    return [step, configuration] as const;
  });
  return new Map(created);
};

const functionIdOf = (steps: Steps, step: string): string => {
  const found = steps.get(step);
  if (!found) throw new InvalidWiring(`No step is named ${step}.`);
  return found.attrFunctionId;
};

const sourceOf = (sources: ResolversProps['sources'], id: string): CfnDataSource => {
  const found = sources.get(id);
  if (!found) throw new InvalidWiring(`No source is named ${id}.`);
  return found;
};
