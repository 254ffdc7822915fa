import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { openEvaluator } from '../local/appsync/evaluator/openEvaluator';
import type { ApiParts } from '../local/appsync/server';
import { createApi } from '../local/appsync/server';
import { systemClock } from '../local/clock';
import { openTables } from '../local/dynamodb/openTables';
import { listen } from '../local/http/listen';
import { graphqlRequest, measureRate } from './load';

/**
 * The GraphQL edge against a floor of bare node:http that reads a body and sends one as long. Everything is on:
 * token, sandbox, deadline. Figures of one run compare; those of two machines do not.
 */
const load = { connections: 16, milliseconds: 3_000 };
const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Bench';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { n, e } = publicKey.export({ format: 'jwk' });

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const exp = Math.floor(systemClock() / 1_000) + 3_600;
const claims = { sub: 'bench', username: 'bench', iss: issuer, client_id: 'bench', token_use: 'access', exp };
const unsigned = `${encode({ alg: 'RS256', kid: 'bench' })}.${encode(claims)}`;
const token = `${unsigned}.${sign('RSA-SHA256', Buffer.from(unsigned), privateKey).toString('base64url')}`;

const table = {
  name: 'Bench',
  partitionKey: { name: 'Owner', type: 'S' },
  sortKey: { name: 'Id', type: 'S' },
  timeToLiveAttribute: 'ExpiresAt',
  localIndexes: [],
} as const;

const head = "import { util } from '@aws-appsync/utils'; import * as ddb from '@aws-appsync/utils/dynamodb';";
const parts: ApiParts = {
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
    notes: { kind: 'dynamodb', table: 'files', may: ['dynamodb:Query', 'dynamodb:PutItem'] },
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

const evaluator = await openEvaluator({ clock: systemClock });
const tables = await openTables({ tables: [table], clock: systemClock });
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
  clock: systemClock,
  log: (line) => console.error(line),
});
const server = await listen(api.listener, { port: 0, host: '127.0.0.1' });

const floor = createServer((incoming, outgoing) => {
  incoming.on('data', () => undefined);
  incoming.on('end', () => {
    const body = '{"data":{"constant":"constant"}}';
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  });
}).listen(0, '127.0.0.1');
await once(floor, 'listening');
const floorAddress = floor.address();
const floorPort = typeof floorAddress === 'object' && floorAddress !== null ? floorAddress.port : 0;

const rows = [
  ['node:http, the floor', floorPort, '{ constant }', 'constant'],
  ['no resolver (__typename)', server.port, '{ __typename }', '{"data":{"__typename":"Query"}}'],
  ['a constant field', server.port, '{ constant }', '{"data":{"constant":"constant"}}'],
  ['a list of 20 from DynamoDB', server.port, '{ list { Id title size } }', '"data":{"list":[{'],
  ['a create in DynamoDB', server.port, 'mutation { create { Id title } }', '"data":{"create":{"Id"'],
] as const;

const rates: number[] = [];
for (const [name, port, query, expected] of rows) {
  const request = graphqlRequest(query, token);
  await measureRate({ ...load, port, request, expected, milliseconds: 1_000 });
  const rate = await measureRate({ ...load, port, request, expected });
  rates.push(rate);
  console.log(
    `${name.padEnd(28)} ${rate.toFixed(0).padStart(7)}/s  ${(rate / (rates[0] ?? rate)).toFixed(2)} of the floor`,
  );
}

floor.close();
await server.close();
await api.close();
await evaluator.close();
await tables.close();
