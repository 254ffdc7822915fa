import type { environment } from '../config/environment';
import { apiEnvironment, background, routes, sources } from '../resolvers/manifest';
import type { BackgroundFunction, DynamoDbSource, LambdaSource, Route, Source } from '../resolvers/wiringTypes';
import type { StageConfig } from './config';
import { InvalidWiring } from './errors';

/** The manifest's data sources, in the shape that the constructs loop over. */
export const sourceEntries: readonly (readonly [id: string, source: Source])[] = Object.entries(sources);

/** The manifest's tables: data sources that are DynamoDB tables. */
export const tableSources = sourceEntries.flatMap(([id, source]): [string, DynamoDbSource][] =>
  source.kind === 'dynamodb' ? [[id, source]] : [],
);

/** The manifest's Lambdas. */
export const lambdaSources = sourceEntries.flatMap(([id, source]): [string, LambdaSource][] =>
  source.kind === 'lambda' ? [[id, source]] : [],
);

type BackgroundEntry = readonly [name: string, description: BackgroundFunction];

/** The manifest's Lambdas that no field calls. */
export const backgroundEntries: readonly BackgroundEntry[] = Object.entries(background);

/** The background functions of a stage: one triggered by scans exists only where scans run. */
export const backgroundOf = ({ malwareScan }: StageConfig): readonly BackgroundEntry[] =>
  backgroundEntries.filter(([, { trigger }]) => malwareScan || !('scan' in trigger));

/** Every field that has a resolver. */
export const routeEntries: readonly (readonly [coordinate: string, route: Route])[] = Object.entries(routes);

/** The names of the API's environment variables. */
export const apiEnvironmentNames: readonly (keyof typeof environment)[] = apiEnvironment;

/**
 * Every step once, with its source; InvalidWiring if two pipelines disagree, since AppSync binds a function to one
 * source.
 */
export const stepSources = (entries: typeof routeEntries = routeEntries): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [coordinate, route] of entries) {
    for (const [step, source] of 'steps' in route ? route.steps : []) {
      const earlier = found.get(step) ?? source;
      if (earlier !== source) {
        throw new InvalidWiring(`${coordinate} runs the step ${step} on ${source}, another field on ${earlier}.`);
      }
      found.set(step, source);
    }
  }
  return found;
};

/** Splits `Query.myFiles` into `['Query', 'myFiles']`, or throws InvalidWiring. */
export const splitCoordinate = (coordinate: string): readonly [typeName: string, fieldName: string] => {
  const [typeName, fieldName, ...rest] = coordinate.split('.');
  if (!typeName || !fieldName || rest.length > 0) throw new InvalidWiring(`${coordinate} is not a schema coordinate.`);
  return [typeName, fieldName];
};
