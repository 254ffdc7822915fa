import { api as settings } from '../../config/api';
import { bucket } from '../../config/bucket';
import { tables as tableDescriptions } from '../../config/table';
import { evaluateCode } from '../appsync/evaluator/evaluateCode';
import { createApi } from '../appsync/createApi';
import type { OnCall } from '../calls';
import type { Clock } from '../clock';
import type { UserPool } from '../cognito/openUserPool';
import type { LocalFunctions } from '../lambda/openFunctions';
import { place } from '../place';
import type { Project } from '../project';
import type { Principals } from '../signatures/principal';
import type { Scope } from './createScope';
import type { Data } from './openData';
import type { Runtime } from './openRuntime';
import { apiParts } from './parts';

interface Neighbours {
  readonly data: Data;
  readonly userPool: UserPool;
  readonly functions: LocalFunctions;
  readonly runtime: Runtime;
}

interface ApiOptions {
  readonly project: Project;
  /** Who may call fields with IAM authorization, as their policies allow. */
  readonly principals: Principals;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly onCall?: OnCall;
  readonly origins?: readonly string[];
}

/** The twin's AppSync, connected to the tables, the functions, the user pool and the resolver runtime. */
export const openApi = async (scope: Scope, neighbours: Neighbours, options: ApiOptions) => {
  const { data, userPool, functions, runtime } = neighbours;
  const { project, principals, clock, log, onCall, origins = [] } = options;
  const { secrets, tables } = data;
  const { evaluator, prepare } = runtime;
  await prepare(project);
  const api = scope.keep(
    await createApi({
      parts: apiParts(project),
      evaluator,
      tables,
      functions,
      ...(onCall && { onCall: (call) => onCall({ ...call, by: `source ${call.by}`, resource: arnOf(call.resource) }) }),
      tableNames: Object.fromEntries(Object.entries(tableDescriptions).map(([id, { name }]) => [id, name])),
      userPool: {
        issuer: `https://cognito-idp.${place.region}.amazonaws.com/${place.userPoolId}`,
        clientId: place.userPoolClientId,
        keys: userPool.keys,
        isRevoked: userPool.isRevoked,
      },
      iam: principals,
      limits: { queryDepth: settings.queryDepthLimit, resolverCount: settings.resolverCountLimit, introspection: true },
      pageTokenKey: Buffer.from(secrets('page tokens'), 'base64url'),
      allowedOrigins: [...bucket.cors.localOrigins, ...origins],
      evaluateCode: evaluateCode(evaluator),
      clock,
      log,
    }),
  );
  return {
    listener: api.listener,
    upgrade: api.upgrade,
    close: api.close,
    reload: async (next: Project) => {
      await prepare(next);
      await api.reload(apiParts(next));
    },
  };
};

const arnOf = (resource: string): string =>
  `arn:aws:${resource.startsWith('table/') ? 'dynamodb' : 'lambda'}:${place.region}:${place.accountId}:${resource.replace('function/', 'function:')}`;
