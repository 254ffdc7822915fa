import { join } from 'node:path';
import { functions as functionSettings } from '../../config/functions';
import type { ApiParts } from '../appsync/server';
import type { FunctionDescription } from '../lambda/environment';
import { place } from '../place';
import { functionEntries } from './functionEntries';
import { functionRole } from './principals';
import type { Project } from '../project';
import type { Secrets } from './secrets';

/** What the API twin is made of. */
export const apiParts = ({ schema, wiring, bundles }: Project): ApiParts => ({
  schema,
  routes: wiring.routes,
  sources: wiring.sources,
  code: { resolvers: bundles.resolvers, steps: bundles.steps },
  environment: pick(wiring.environment, wiring.apiEnvironment),
});

/** The functions of the manifest, with the environment that Lambda would give them. */
export const functionDescriptions = (
  { wiring, bundles }: Project,
  { secrets, addresses }: { readonly secrets: Secrets; readonly addresses: () => Addresses },
): FunctionDescription[] =>
  functionEntries(wiring).flatMap(([name, { environment: names, may }]) => {
    const bundle = bundles.functions[name];
    if (!bundle) return [];
    const role = functionRole(name, may, secrets);
    const environment = () => ({
      ...pick({ ...wiring.environment, BUCKET_NAME: place.bucketName }, names),
      AWS_REGION: place.region,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_ACCESS_KEY_ID: role.accessKeyId,
      AWS_SECRET_ACCESS_KEY: role.secretAccessKey,
      ...(role.sessionToken ? { AWS_SESSION_TOKEN: role.sessionToken } : {}),
      AWS_ENDPOINT_URL_S3: addresses().s3,
      // Lambda has a Node of its own; this machine's may be older.
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    });
    return [{ ...functionSettings, name, environment, file: join(bundle.directory, 'index.js') }];
  });

const pick = (values: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? '']));
