import { join } from 'node:path';
import { functions as functionSettings } from '../../config/functions';
import { backgroundTimeoutSeconds } from '../../config/background';
import type { BackgroundFunction, LambdaSource } from '../../resolvers/wiringTypes';
import type { ApiParts } from '../appsync/server';
import type { FunctionDescription } from '../lambda/environment';
import { place } from '../place';
import { functionEntries } from './functionEntries';
import { functionRole } from './principals';
import type { Project } from '../project';
import type { Secrets } from './secrets';
import { sessionRoleArn } from './sessionRoles';

/** What the API twin is made of. */
export const apiParts = ({ schema, wiring, bundles }: Project): ApiParts => ({
  schema,
  routes: wiring.routes,
  sources: wiring.sources,
  code: { resolvers: bundles.resolvers, steps: bundles.steps },
  environment: pick(wiring.environment, wiring.apiEnvironment),
});

/** Where the functions reach the services; known once those listen. */
export interface Addresses {
  readonly graphql: string;
  readonly s3: string;
  readonly dynamodb: string;
  readonly sts: string;
}

interface Surroundings {
  readonly secrets: Secrets;
  readonly addresses: () => Addresses;
  /** Whether functions tell of what goes well, too. */
  readonly isVerbose?: boolean;
}

/** The functions of the manifest, with the environment that Lambda would give them. */
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
      // Lambda sets both where the log is JSON. A person reads this one: what goes well needs no line.
      AWS_LAMBDA_LOG_FORMAT: 'JSON',
      AWS_LAMBDA_LOG_LEVEL: isVerbose ? 'INFO' : 'WARN',
      POWERTOOLS_METRICS_DISABLED: 'true',
      // Lambda has a Node of its own; this machine's may be older.
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    });
    return [
      { ...functionSettings, ...timeoutOf(description), name, environment, file: join(bundle.directory, 'index.mjs') },
    ];
  });

/** What no configuration can say. */
const madeHere = (name: string, { graphql }: Addresses) => ({
  BUCKET_NAME: place.bucketName,
  GRAPHQL_URL: graphql,
  SESSION_ROLE_ARN: sessionRoleArn(name),
});

/** What runs in the background has more time than what a field waits for. */
const timeoutOf = (description: LambdaSource | BackgroundFunction) => {
  if (!('trigger' in description)) return {};
  return { timeoutSeconds: backgroundTimeoutSeconds(description.trigger) };
};

const pick = (values: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? '']));
