import { deadLetterQueue } from '../config/background';
import { tables } from '../config/table';
import { createScope, type Scope } from './assembly/createScope';
import { createServe, reachable } from './assembly/createServe';
import { openApi } from './assembly/openApi';
import { openData } from './assembly/openData';
import { openLambda } from './assembly/openLambda';
import { openPool } from './assembly/openPool';
import { openRuntime } from './assembly/openRuntime';
import { openStorage } from './assembly/openStorage';
import { openTriggers } from './assembly/openTriggers';
import type { Addresses } from './assembly/parts';
import { createPrincipals, developer, type Credentials } from './assembly/principals';
import type { OnCall } from './calls';
import { systemClock, type Clock } from './clock';
import type { Endpoints } from './endpoints';
import { place } from './place';
import type { Project } from './project';
import { openQueues, queueUrl } from './queues/openQueues';
import { createListener as createSts } from './sts/http/createListener';
import { openCertificates } from './tls/openCertificates';

export interface TwinOptions {
  readonly project: Project;
  /** Where data is kept; absent: nothing outlives the twin. */
  readonly directory?: string;
  /** Start with empty data. */
  readonly reset?: boolean;
  /** Start signing tokens with a new key. */
  readonly rotateKeys?: boolean;
  /** Where the certificate authority is kept, even when data is not; absent: in the data folder, made on first use. */
  readonly certificates?: string;
  /** What the services listen on. They use ports `port` to `port + 6`, or free ones when `port` is 0. */
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  /** Further origins whose pages may do what the project's own page may: upload, subscribe, sign in by redirect. */
  readonly origins?: readonly string[];
  /** The time for every service and function; default: the machine's. */
  readonly clock?: Clock;
  readonly log: (line: string) => void;
  /** Whether functions also log at INFO; default: from WARN. */
  readonly isVerbose?: boolean;
  /** Called for each AWS call that a source or a function makes. */
  readonly onCall?: OnCall;
  /** How long a stream's follower first pauses after a failure, doubling with each further one; default: 200. */
  readonly pauseMilliseconds?: number;
}

export interface Twin {
  readonly endpoints: Endpoints;
  /** Credentials that may do everything, for the AWS CLI and SDKs. */
  readonly developer: Credentials;
  /** Switches to the changed project, or rejects and keeps serving the previous one. */
  readonly reload: (project: Project) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts the whole twin, each service on its own port. If one cannot start, none is left running. */
export const startTwin = async (options: TwinOptions): Promise<Twin> => {
  const scope = createScope();
  try {
    return { ...(await assemble(scope, options)), close: scope.close };
  } catch (error) {
    await scope.close();
    throw error;
  }
};

const assemble = async (scope: Scope, options: TwinOptions): Promise<Omit<Twin, 'close'>> => {
  const { host, pid } = options;
  const known = createPrincipals(options.onCall);
  const context = { ...options, clock: options.clock ?? systemClock, principals: known.principals };
  const serve = createServe(scope, options);

  const [data, runtime] = await Promise.all([openData(scope, context), openRuntime(scope, context)]);
  known.know(options.project.wiring, data.secrets);
  const storage = scope.keep(await openStorage(data, context));
  const userPool = scope.keep(await openPool(data, context));
  if (options.rotateKeys) await userPool.rotateKeys();
  const addresses = { graphql: '', s3: '', dynamodb: '', sqs: '', sts: '' };
  const queues = scope.keep(
    await openQueues({
      ...context,
      directory: data.folder.queues,
      queues: [deadLetterQueue],
      origin: () => addresses.sqs,
    }),
  );
  const { functions, ...lambda } = await openLambda(scope, {
    ...context,
    secrets: data.secrets,
    addresses: (): Addresses => addresses,
  });
  const api = await openApi(scope, { data, userPool, functions, runtime }, context);

  const { certificateAuthority, identity } = await openCertificates(options.certificates, {
    temporary: data.folder.certificates,
    hosts: [reachable(host)],
    clock: context.clock,
  });
  const cognito = await serve(1, userPool.listener, { identity });
  const s3 = await serve(2, storage.listener);
  const dynamodb = await serve(3, data.tables.listener);
  const sqs = await serve(5, queues.listener);
  const sts = await serve(6, createSts({ ...context, roles: known.roles }));
  // Opened after the services it calls, so it closes before them and its last responses can still use them.
  const graphql = await serve(0, api.listener, { identity, upgrade: api.upgrade });
  scope.keep({ close: api.close }); // closes before its port, which waits for connected clients
  Object.assign(addresses, { graphql: `${graphql}/graphql`, s3, dynamodb, sqs, sts });
  const lambdaUrl = await serve(4, lambda.listener);
  const triggers = scope.keep(await openTriggers(options.project, { ...context, ...data, functions, queues }));

  const endpoints: Endpoints = {
    pid,
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
    table: tables.files.name,
    lambda: lambdaUrl,
    sqs,
    deadLetterQueue: queueUrl(sqs, deadLetterQueue.name),
    sts,
    mailbox: `${cognito}/mailbox`,
    hostedUi: cognito.replace('http://127.0.0.1:', 'https://localhost:').replace('http:', 'https:'),
    certificateAuthority,
  };
  const reload = async (project: Project): Promise<void> => {
    await api.reload(project); // the only one that may reject
    known.know(project.wiring, data.secrets);
    lambda.reload(project);
    await triggers.reload(project);
  };
  return { endpoints, developer: developer(data.secrets), reload };
};
