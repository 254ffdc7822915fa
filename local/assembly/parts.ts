import { join } from 'node:path';
import { functions as functionSettings } from '../../config/functions';
import { backgroundConcurrency, backgroundTimeoutSeconds } from '../../config/background';
import type { BackgroundFunction, LambdaSource } from '../../resolvers/wiringTypes';
import type { ApiParts } from '../appsync/options';
import type { FunctionDescription } from '../lambda/environment';
import { place } from '../place';
import { functionEntries } from './functionEntries';
import { functionRole } from './principals';
import type { Project } from '../project';
import type { Secrets } from './secrets';
import { sessionRoleArn } from './sessionRoles';

/** The parts of the twin's AppSync, from the project. */
export const apiParts = ({ schema, wiring, bundles }: Project): ApiParts => ({
  schema,
  routes: wiring.routes,
  sources: wiring.sources,
  code: { resolvers: bundles.resolvers, steps: bundles.steps },
  environment: pick(wiring.environment, wiring.apiEnvironment),
});

/** The URLs at which functions reach the services; known once these listen. */
export interface Addresses {
  readonly graphql: string;
  readonly s3: string;
  readonly dynamodb: string;
  readonly sts: string;
}

interface Surroundings {
  readonly secrets: Secrets;
  readonly addresses: () => Addresses;
  /** Whether functions also log at INFO; default: from WARN. */
  readonly isVerbose?: boolean;
}

/** The manifest's functions, each with the environment that Lambda would set. */
export const functionDescriptions = (
  { wiring, bundles }: Project,
  { secrets, addresses, isVerbose = false }: Surroundings,
): FunctionDescription[] =>
  functionEntries(wiring).flatMap(([name, description]) => {
    const { environment: names, may } = description;
    const bundle = bundles.functions[name];
    if (!bundle) return [];
    const role = functionRole(name, may, secrets);
    const environment = () => ({
      ...pick({ ...wiring.environment, ...madeHere(name, addresses()) }, names),
      AWS_REGION: place.region,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_ACCESS_KEY_ID: role.accessKeyId,
      AWS_SECRET_ACCESS_KEY: role.secretAccessKey,
      ...(role.sessionToken ? { AWS_SESSION_TOKEN: role.sessionToken } : {}),
      AWS_ENDPOINT_URL_S3: addresses().s3,
      AWS_ENDPOINT_URL_DYNAMODB: addresses().dynamodb,
      AWS_ENDPOINT_URL_STS: addresses().sts,
      // Lambda sets both for JSON logs. People read these, so WARN unless verbose.
      AWS_LAMBDA_LOG_FORMAT: 'JSON',
      AWS_LAMBDA_LOG_LEVEL: isVerbose ? 'INFO' : 'WARN',
      POWERTOOLS_METRICS_DISABLED: 'true',
      // Lambda brings its own Node; this machine's may be older.
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    });
    return [
      {
        ...functionSettings,
        ...ownSettings(description),
        name,
        environment,
        file: join(bundle.directory, 'index.mjs'),
      },
    ];
  });

/** Environment variables whose values only the twin knows. */
const madeHere = (name: string, { graphql }: Addresses) => ({
  BUCKET_NAME: place.bucketName,
  GRAPHQL_URL: graphql,
  SESSION_ROLE_ARN: sessionRoleArn(name),
});

/** Background functions get their own timeout and concurrency; functions behind fields keep the defaults. */
const ownSettings = (description: LambdaSource | BackgroundFunction) => {
  if (!('trigger' in description)) return {};
  const { trigger } = description;
  return { timeoutSeconds: backgroundTimeoutSeconds(trigger), reservedConcurrency: backgroundConcurrency(trigger) };
};

const pick = (values: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? '']));
