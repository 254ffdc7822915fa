import { tables } from '../config/table';
import { createScope, type Scope } from './assembly/createScope';
import { createServe, reachable } from './assembly/createServe';
import { openApi } from './assembly/openApi';
import { openData } from './assembly/openData';
import { openPool } from './assembly/openPool';
import { openStorage } from './assembly/openStorage';
import { developer, type Principal } from './assembly/principals';
import { systemClock } from './clock';
import type { Endpoints } from './endpoints';
import { place } from './place';
import type { Project } from './project';
import { openCertificates } from './tls/openCertificates';

export interface TwinOptions {
  readonly project: Project;
  /** Where data is kept; absent: in memory, gone at the end. */
  readonly directory?: string;
  /** Begin with empty data. */
  readonly reset?: boolean;
  /** Sign tokens with a new key from now on. */
  readonly rotateKeys?: boolean;
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
  const context = { ...options, clock: systemClock };
  const serve = createServe(scope, options);

  const data = await openData(scope, context);
  const storage = scope.keep(await openStorage(data, context));
  const userPool = scope.keep(await openPool(data, context));
  if (options.rotateKeys) await userPool.rotateKeys();
  const s3 = await serve(2, storage.listener);
  const api = await openApi(scope, { data, userPool, s3 }, context);

  const { certificateAuthority, identity } = await openCertificates(options.certificates, {
    temporary: data.folder.certificates,
    hosts: [reachable(host)],
    clock: context.clock,
  });
  const graphql = await serve(0, api.listener, { identity, upgrade: api.upgrade });
  scope.keep({ close: api.close }); // before its port closes, which waits for whoever is connected
  const cognito = await serve(1, userPool.listener, { identity });
  const dynamodb = await serve(3, data.tables.listener);

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
    mailbox: `${cognito}/mailbox`,
    hostedUi: cognito.replace('http://127.0.0.1:', 'https://localhost:').replace('http:', 'https:'),
    ...(certificateAuthority === undefined ? {} : { certificateAuthority }),
  };
  return { endpoints, developer: developer(data.secrets), reload: api.reload };
};
