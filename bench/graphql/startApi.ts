import { generateKeyPairSync, sign } from 'node:crypto';
import { evaluateCode } from '../../local/appsync/evaluator/evaluateCode';
import { openEvaluator } from '../../local/appsync/evaluator/openEvaluator';
import type { ApiParts } from '../../local/appsync/options';
import { createApi } from '../../local/appsync/createApi';
import { systemClock } from '../../local/clock';
import { openTables } from '../../local/dynamodb/openTables';
import { listen } from '../../local/http/listen';
import { createFolder } from '../product/startProduct';

const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Bench';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { n, e } = publicKey.export({ format: 'jwk' });

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const exp = Math.floor(systemClock() / 1_000) + 3_600;
const claims = { sub: 'bench', username: 'bench', iss: issuer, client_id: 'bench', token_use: 'access', exp };
const unsigned = `${encode({ alg: 'RS256', kid: 'bench' })}.${encode(claims)}`;
/** A token that the API accepts. */
export const token = `${unsigned}.${sign('RSA-SHA256', Buffer.from(unsigned), privateKey).toString('base64url')}`;

const table = {
  name: 'Bench',
  partitionKey: { name: 'Owner', type: 'S' },
  sortKey: { name: 'Id', type: 'S' },
  timeToLiveAttribute: 'ExpiresAt',
  localIndexes: [],
  stream: false,
} as const;

const head = "import { util } from '@aws-appsync/utils'; import * as ddb from '@aws-appsync/utils/dynamodb';";
const graphqlParts: ApiParts = {
  schema: `
    type Query { constant: String list: [Note!]! }
    type Mutation { create: Note! }
    type Note { Id: ID! title: String size: Int }`,
  routes: {
    'Query.constant': { source: 'none' },
    'Query.list': { source: 'notes' },
    'Mutation.create': { source: 'notes' },
  },
  sources: {
    none: { kind: 'none' },
    notes: { kind: 'dynamodb', table: 'files', may: { files: ['dynamodb:Query', 'dynamodb:PutItem'] } },
  },
  code: {
    resolvers: {
      'Query.constant': `${head} export const request = () => ({}); export const response = () => 'constant';`,
      'Query.list': `${head}
        export const request = () => ddb.query({ query: { Owner: { eq: 'list' } }, limit: 20 });
        export const response = (ctx) => ctx.result.items;`,
      'Mutation.create': `${head}
        export const request = () => ddb.put({ key: { Owner: 'create', Id: util.autoId() }, item: { title: 't', size: 1 } });
        export const response = (ctx) => ctx.result;`,
    },
    steps: {},
  },
  environment: {},
};

export interface BenchApi {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Serves a small API with all that the twin's own has: tokens, sandbox, deadline, and a table on disk, of 20 rows. */
export const startApi = async (parts: ApiParts = graphqlParts): Promise<BenchApi> => {
  const evaluator = await openEvaluator({ clock: systemClock });
  const folder = await createFolder();
  const tables = await openTables({ directory: folder.path, tables: [table], clock: systemClock });
  for (let at = 0; at < 20; at += 1) {
    const Item = { Owner: { S: 'list' }, Id: { S: String(at) }, title: { S: 'A title' }, size: { N: String(at) } };
    await tables.call('PutItem', { TableName: table.name, Item });
  }
  const api = await createApi({
    parts,
    evaluator,
    tables,
    functions: { invoke: async (_name, payload) => ({ ok: true, payload }) },
    tableNames: { files: table.name },
    userPool: {
      issuer,
      clientId: 'bench',
      keys: () => ({ keys: [{ kid: 'bench', kty: 'RSA', ...(n && { n }), ...(e && { e }) }] }),
    },
    limits: { queryDepth: 10, resolverCount: 50, introspection: true },
    evaluateCode: evaluateCode(evaluator),
    clock: systemClock,
    log: (line) => console.error(line),
  });
  const { port, close } = await listen(api.listener, {
    port: 0,
    host: '127.0.0.1',
    upgrade: api.upgrade,
  });
  return {
    port,
    close: async () => {
      await api.close();
      await close();
      await evaluator.close();
      await tables.close();
      await folder.remove();
    },
  };
};
