import { readFileSync } from 'node:fs';
import { type bucket } from '../../../config/bucket';
import type { environment } from '../../../config/environment';
import type { api } from '../../../config/api';
import type { pool, poolClient } from '../../../config/pool';
import { tableIds, type TableDescription, type TableId } from '../../../config/table';
import type { StageConfig } from '../../../infra/config';
import { deadLetterQueue, streamMapping } from '../../../config/background';
import type { BackgroundFunction, EnvironmentName, Route, Source } from '../../../resolvers/wiringTypes';
import type { FunctionBundle } from '../../../tools/bundle';
import type { ProjectInput } from '../template/synthesize';
import { contractOf } from './contractOf';

/** One side of the parity test: the manifest, configuration and code that the template must reflect. */
export interface Project extends ProjectInput {
  readonly stage: StageConfig;
  readonly routes: Readonly<Record<string, Route>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly background: Readonly<Record<string, BackgroundFunction>>;
  readonly apiEnvironment: readonly (keyof typeof environment)[];
  readonly environment: Readonly<Record<keyof typeof environment, string>>;
  readonly api: Widened<typeof api>;
  readonly tables: Readonly<Record<TableId, TableDescription>>;
  readonly bucket: Widened<typeof bucket>;
  readonly pool: Widened<typeof pool>;
  readonly poolClient: Widened<typeof poolClient>;
}

/** Widens literal types, so that a test can substitute other values. */
export type Widened<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : { readonly [K in keyof T]: Widened<T[K]> };

/** What a project's template must say. */
export const describeProject = (project: Project) => ({
  api: describeApi(project),
  fields: describeFields(project),
  steps: describeSteps(project),
  sources: describeSources(project),
  functions: describeFunctions(project),
  triggers: describeTriggers(project),
  scan: project.stage.malwareScan
    ? { bucket: 'the bucket', prefixes: [project.bucket.keyPrefix], tagging: 'ENABLED' }
    : null,
  deadLetters: deadLetterQueue,
  tables: Object.fromEntries(Object.values(project.tables).map((table) => [table.name, describeTable(table)])),
  bucket: describeBucket(project),
  pool: describePool(project),
  client: describeClient(project),
});

const describeApi = ({ api, apiEnvironment, environment, schema, stage }: Project) => ({
  name: api.name,
  authModes: api.authModes,
  queryDepthLimit: stage.queryDepthLimit,
  resolverCountLimit: api.resolverCountLimit,
  introspection: stage.introspection ? 'ENABLED' : 'DISABLED',
  environment: Object.fromEntries(apiEnvironment.map((name) => [name, environment[name]])),
  schema: contractOf(schema),
});

const describeFields = ({ routes, api, code }: Project) =>
  Object.fromEntries(
    Object.entries(routes).map(([coordinate, route]) => [
      coordinate,
      {
        ...('steps' in route ? { kind: 'PIPELINE', steps: route.steps } : { kind: 'UNIT', source: route.source }),
        runtime: api.runtime,
        code: code.resolvers[coordinate],
      },
    ]),
  );

const describeSteps = ({ routes, api, code }: Project) =>
  Object.fromEntries(
    Object.values(routes)
      .flatMap((route) => ('steps' in route ? route.steps : []))
      .map(([step, source]) => [step, { source, runtime: api.runtime, code: code.steps[step] }]),
  );

const describeSources = ({ sources, tables }: Project) =>
  Object.fromEntries(
    Object.entries(sources).map(([name, source]) => {
      if (source.kind === 'none') return [name, { type: 'NONE', target: 'nothing', may: [] }];
      if (source.kind === 'lambda') {
        return [name, { type: 'AWS_LAMBDA', target: name, may: [`lambda:InvokeFunction on function ${name}`] }];
      }
      const may = tableIds.flatMap((id) => describeGrants(source.may[id], tables[id]));
      return [name, { type: 'AMAZON_DYNAMODB', target: tables[source.table].name, may: may.sort() }];
    }),
  );

const describeGrants = (actions: readonly string[] = [], { name, localIndexes }: TableDescription): string[] =>
  actions.flatMap((action) => [
    `${action} on table ${name}`,
    ...(action === 'dynamodb:Query'
      ? localIndexes.map((index) => `${action} on table ${name}/index/${index.name}`)
      : []),
  ]);

const describeFunctions = (project: Project) =>
  Object.fromEntries([
    ...Object.entries(project.sources).flatMap(([name, source]) =>
      source.kind === 'lambda' ? [[name, describeFunction(name, source, project)] as const] : [],
    ),
    ...backgroundOf(project).map(
      ([name, description]) => [name, describeFunction(name, description, project)] as const,
    ),
  ]);

/** The background functions; one triggered by scans only if scanning is on. */
const backgroundOf = ({ background, stage }: Project) =>
  Object.entries(background).filter(([, { trigger }]) => stage.malwareScan || !('scan' in trigger));

interface FunctionLike extends Pick<BackgroundFunction, 'environment' | 'may'> {
  readonly trigger?: BackgroundFunction['trigger'];
}

const filesOf = (bundle?: FunctionBundle) => (bundle ? { 'index.mjs': readFileSync(bundle.file, 'utf8') } : {});

const describeFunction = (name: string, { environment: names, may, trigger }: FunctionLike, project: Project) => ({
  code: filesOf(project.code.functions[name]),
  environment: Object.fromEntries(names.map((key) => [key, valueOf(key, project.environment)])),
  session: may.ownersBytes ? describeSession(may.ownersBytes, project) : null,
  may: [
    ...(may.ownersBytes ? ['sts:AssumeRole on its session role', 'sts:TagSession on its session role'] : []),
    ...tableIds.flatMap((id) => describeGrants(may[id], project.tables[id])),
    ...(may.bucket ?? []).map((action) =>
      action.startsWith('s3:ListBucket')
        ? `${action} on the bucket`
        : `${action} on the bucket/${project.bucket.keyPrefix}*`,
    ),
    ...(may.fields ?? []).map((field) => `appsync:GraphQL on the API/types/${field.replace('.', '/fields/')}`),
    ...(trigger && 'stream' in trigger ? describeFollowing(project.tables[trigger.stream]) : []),
    'logs:CreateLogStream on its logs',
    'logs:PutLogEvents on its logs',
    'xray:PutTelemetryRecords on *',
    'xray:PutTraceSegments on *',
  ].sort(),
});

/** The session role: who may assume it, for how long, and what it may do. */
const describeSession = (actions: readonly string[], { bucket }: Project) => {
  const ownersKeys = `${bucket.keyPrefix}\${aws:PrincipalTag/owner}/*`;
  const conditions = { StringLikeIfExists: { 's3:prefix': ownersKeys }, Null: { 'aws:PrincipalTag/owner': 'false' } };
  return {
    trusted: 'its own role',
    actions: ['sts:AssumeRole', 'sts:TagSession'],
    withTags: {
      Null: { 'aws:RequestTag/owner': 'false' },
      'ForAllValues:StringEquals': { 'aws:TagKeys': ['owner'] },
    },
    maxSeconds: 3600,
    may: actions
      .map((action) =>
        action.startsWith('s3:ListBucket')
          ? `${action} on the bucket if ${JSON.stringify(conditions)}`
          : `${action} on the bucket/${ownersKeys}`,
      )
      .sort(),
  };
};

const describeFollowing = ({ name }: TableDescription): string[] => [
  'dynamodb:ListStreams on *',
  ...['DescribeStream', 'GetRecords', 'GetShardIterator'].map((action) => `dynamodb:${action} on stream of ${name}`),
  'sqs:SendMessage on the dead letters',
];

const describeTriggers = (project: Project) =>
  Object.fromEntries(
    backgroundOf(project).map(([name, { trigger }]) => [name, describeTrigger(trigger, project)] as const),
  );

const describeTrigger = (trigger: BackgroundFunction['trigger'], { tables }: Project) => {
  if ('stream' in trigger) return { stream: `stream of ${tables[trigger.stream].name}`, ...streamMapping };
  if ('everyHours' in trigger) return { rate: `${trigger.everyHours} hours`, event: '{}' };
  return { scanned: ['the bucket'], found: [trigger.scan], isLetIn: true };
};

const valueOf = (key: EnvironmentName, environment: Project['environment']): string => {
  if (key === 'BUCKET_NAME') return 'the bucket';
  if (key === 'SESSION_ROLE_ARN') return 'its session role';
  return key === 'GRAPHQL_URL' ? 'the API' : environment[key];
};

const describeTable = (table: TableDescription) => ({
  partitionKey: table.partitionKey,
  sortKey: table.sortKey,
  timeToLiveAttribute: table.timeToLiveAttribute,
  stream: table.stream ? 'NEW_AND_OLD_IMAGES' : undefined,
  localIndexes: table.localIndexes.map(({ name, sortKey }) => ({
    name,
    partitionKey: table.partitionKey,
    sortKey,
    projection: 'ALL',
  })),
  globalIndexes: [],
});

const describeBucket = ({ bucket: { cors, ...rest }, stage }: Project) => ({
  name: `${rest.namePrefix}-\${AWS::AccountId}-\${AWS::Region}`,
  versioning: rest.versioned ? 'Enabled' : 'Suspended',
  cors: [
    {
      AllowedMethods: cors.allowedMethods,
      AllowedHeaders: cors.allowedHeaders,
      ExposedHeaders: cors.exposedHeaders,
      AllowedOrigins: stage.name === 'dev' ? cors.localOrigins : stage.webOrigins,
      MaxAge: cors.maxAgeSeconds,
    },
  ],
  abortIncompleteMultipartDays: [rest.abortIncompleteMultipartDays],
  noncurrentVersionDays: [rest.noncurrentVersionDays],
});

const describePool = ({ pool: { passwordPolicy, ...rest } }: Project) => ({
  name: rest.name,
  usernameAttributes: rest.usernameAttributes,
  autoVerifiedAttributes: rest.autoVerifiedAttributes,
  attributesRequireVerificationBeforeUpdate: rest.attributesRequireVerificationBeforeUpdate,
  usernameCaseSensitive: rest.usernameCaseSensitive,
  mfa: rest.mfa,
  groups: rest.groups,
  passwordPolicy: {
    MinimumLength: passwordPolicy.minimumLength,
    RequireLowercase: passwordPolicy.requireLowercase,
    RequireUppercase: passwordPolicy.requireUppercase,
    RequireNumbers: passwordPolicy.requireNumbers,
    RequireSymbols: passwordPolicy.requireSymbols,
    TemporaryPasswordValidityDays: passwordPolicy.temporaryPasswordValidityDays,
  },
});

const describeClient = ({ poolClient: { oauth, ...rest }, stage }: Project) => ({
  name: rest.name,
  hasSecret: false,
  authFlows: rest.explicitAuthFlows,
  oauthFlows: oauth.flows,
  scopes: oauth.scopes,
  callbackUrls: stage.name === 'dev' ? oauth.callbackUrls : stage.webOrigins,
  logoutUrls: stage.name === 'dev' ? oauth.logoutUrls : stage.webOrigins,
  lifetimes: [
    `access ${rest.accessTokenMinutes} minutes`,
    `id ${rest.idTokenMinutes} minutes`,
    `refresh ${rest.refreshTokenDays} days`,
    `session ${rest.authSessionMinutes} minutes`,
  ],
  revocation: rest.enableTokenRevocation,
  preventUserExistenceErrors: rest.preventUserExistenceErrors ? 'ENABLED' : 'LEGACY',
  readAttributes: rest.readAttributes,
  writeAttributes: rest.writeAttributes,
});
