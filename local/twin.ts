import { networkInterfaces } from 'node:os';
import { api as apiSettings } from '../config/api';
import { bucket } from '../config/bucket';
import { pool, poolClient } from '../config/pool';
import { tables as tableDescriptions } from '../config/table';
import { bundleScript } from '../tools/bundle';
import { evaluateCode } from './appsync/evaluator/evaluateCode';
import { openEvaluator } from './appsync/evaluator/openEvaluator';
import { createApi } from './appsync/server';
import { systemClock } from './clock';
import { openUserPool } from './cognito/server';
import { emptyDataFolder, openDataFolder } from './dataFolder';
import { DirectoryInUse } from './dynamodb/errors';
import { openTables } from './dynamodb/openTables';
import type { Endpoints } from './endpoints';
import { listen, type Listening, type ListenOptions } from './http/listen';
import { openFunctions } from './lambda/openFunctions';
import { apiParts, functionDescriptions } from './parts';
import { place } from './place';
import { developer, functionRole, type Principal } from './principals';
import type { Project } from './project';
import { openS3 } from './s3/server';
import { openSecrets } from './secrets';
import { openCertificates } from './tls/openCertificates';

export interface TwinOptions {
  readonly project: Project;
  /** Where data is kept; absent: in memory, gone at the end. */
  readonly directory?: string;
  /** Begin with empty data. */
  readonly reset?: boolean;
  /** Where the certificate authority is kept, also without data; absent: gone at the end, like them. */
  readonly certificates?: string;
  /** What the services listen on; the ports are `port` to `port + 3`, or free ones when it is 0. */
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  readonly log: (line: string) => void;
}

export interface Twin {
  readonly endpoints: Endpoints;
  /** Credentials that may do everything, for the AWS CLI and SDKs. */
  readonly developer: Principal;
  /** Takes what the project says now, or rejects and goes on as before. */
  readonly reload: (project: Project) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts the whole twin: every service on a port of its own. If one cannot start, none is left running. */
export const startTwin = async (options: TwinOptions): Promise<Twin> => {
  const ending: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  try {
    return { ...(await assemble(options, ending)), close };
  } catch (error) {
    await close();
    throw error;
  }
};

const assemble = async (options: TwinOptions, ending: (() => Promise<void>)[]): Promise<Omit<Twin, 'close'>> => {
  const { project, host, log } = options;
  const clock = systemClock;
  const keep = <Service extends { close: () => Promise<void> }>(service: Service): Service => {
    ending.push(service.close);
    return service;
  };
  const serve = async (
    offset: number,
    listener: Parameters<typeof listen>[0],
    secured: Pick<ListenOptions, 'identity'> = {},
  ): Promise<string> => {
    const port = options.port === 0 ? 0 : options.port + offset;
    const listening: Listening = keep(await listen(listener, { host, port, log, ...secured }));
    return `http://${reachable(host)}:${listening.port}`;
  };

  const data = await openDataFolder(options.directory);
  ending.push(data.release);
  const tableOptions = {
    ...(data.tables === undefined ? {} : { directory: data.tables }),
    tables: Object.values(tableDescriptions),
    clock,
    log,
  };
  if (options.reset && data.directory !== undefined) await reset(data.directory, () => openTables(tableOptions));
  // The tables first: they hold the lock on the folder.
  const tables = keep(await openTables(tableOptions));
  const secrets = await openSecrets(data.directory);
  const roles = Object.entries(project.wiring.sources).map(([name, source]) => functionRole(name, source, secrets));
  const principals = new Map([developer(secrets), ...roles].map((principal) => [principal.accessKeyId, principal]));
  const storage = keep(
    await openS3({ directory: data.bytes, region: place.region, buckets: [bucketDescription], principals, clock, log }),
  );
  const userPool = keep(
    await openUserPool({
      poolId: place.userPoolId,
      clientId: place.userPoolClientId,
      region: place.region,
      pool,
      client: poolClient,
      ...(data.userPool === undefined ? {} : { file: data.userPool }),
      clock,
      log,
    }),
  );
  const s3 = await serve(2, storage.listener);
  const functions = keep(
    openFunctions({
      functions: functionDescriptions(project, { secrets, s3 }),
      script: await bundleScript('local/lambda/worker.ts'),
      clock,
      log,
      concurrency: 4,
    }),
  );
  const evaluator = keep(await openEvaluator({ clock, log }));
  const api = keep(
    await createApi({
      parts: apiParts(project),
      evaluator,
      tables,
      functions,
      tableNames: Object.fromEntries(Object.entries(tableDescriptions).map(([id, { name }]) => [id, name])),
      userPool: {
        issuer: `https://cognito-idp.${place.region}.amazonaws.com/${place.userPoolId}`,
        clientId: place.userPoolClientId,
        keys: userPool.keys,
        isRevoked: userPool.isRevoked,
      },
      limits: {
        queryDepth: apiSettings.queryDepthLimit,
        resolverCount: apiSettings.resolverCountLimit,
        introspection: true,
      },
      iam: { [developer(secrets).accessKeyId]: developer(secrets).secretAccessKey },
      pageTokenKey: Buffer.from(secrets('page tokens'), 'base64url'),
      evaluateCode: evaluateCode({ evaluator, clock }),
      clock,
      log,
    }),
  );
  const { certificateAuthority, identity } = await openCertificates(options.certificates, {
    temporary: data.certificates,
    hosts: [reachable(host)],
    clock,
  });
  const graphql = await serve(0, api.listener, { identity });
  const cognito = await serve(1, userPool.listener, { identity });
  const dynamodb = await serve(3, tables.listener);

  const endpoints: Endpoints = {
    pid: options.pid,
    graphql: `${graphql}/graphql`,
    realtime: `${graphql.replace('http', 'ws')}/graphql/realtime`,
    evaluateCode: graphql,
    userPool: cognito,
    userPoolId: place.userPoolId,
    userPoolClientId: place.userPoolClientId,
    region: place.region,
    s3,
    bucket: place.bucketName,
    dynamodb,
    table: tableDescriptions.files.name,
    mailbox: `${cognito}/mailbox`,
    hostedUi: cognito.replace('http://127.0.0.1:', 'https://localhost:').replace('http:', 'https:'),
    ...(certificateAuthority === undefined ? {} : { certificateAuthority }),
  };
  const reload = async (next: Project): Promise<void> => {
    await api.reload(apiParts(next));
    await functions.replace(functionDescriptions(next, { secrets, s3 }));
  };
  return { endpoints, developer: developer(secrets), reload };
};

const bucketDescription = {
  ...bucket,
  name: place.bucketName,
  cors: { ...bucket.cors, allowedOrigins: bucket.cors.localOrigins },
};

/** Empties the folder unless another twin uses it; data that cannot be opened is what a reset is for. */
const reset = async (directory: string, open: () => Promise<{ close: () => Promise<void> }>): Promise<void> => {
  try {
    await (await open()).close();
  } catch (error) {
    if (error instanceof DirectoryInUse) throw error;
  }
  await emptyDataFolder(directory);
};

/** A host name under which others reach what listens on `host`. */
const reachable = (host: string): string => {
  if (host !== '0.0.0.0') return host;
  const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
};
