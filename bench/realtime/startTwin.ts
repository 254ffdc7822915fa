import type { ApiParts } from '../../local/appsync/options';
import { startApi, token } from '../graphql/startApi';
import type { EventServer } from './eventServer';

const code = (expression: string) => `
  import { extensions, util } from '@aws-appsync/utils';
  export const request = (ctx) => ({ payload: ctx.args });
  export const response = (ctx) => ${expression};`;

const parts: ApiParts = {
  schema: `
    directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
    type Query { nothing: Int }
    type Mutation { post(owner: ID!, text: String): Note }
    type Subscription { onPost: Note @aws_subscribe(mutations: ["post"]) }
    type Note { owner: ID! text: String }`,
  routes: {
    'Query.nothing': { source: 'none' },
    'Mutation.post': { source: 'none' },
    'Subscription.onPost': { source: 'none' },
  },
  sources: { none: { kind: 'none' } },
  code: {
    resolvers: {
      'Query.nothing': code('null'),
      'Mutation.post': code('ctx.result'),
      'Subscription.onPost': code(
        '{ extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ owner: { eq: ctx.identity.sub } })); return null; }',
      ),
    },
    steps: {},
  },
  environment: {},
};

const header = Buffer.from(JSON.stringify({ Authorization: token })).toString('base64url');

/** The twin's API with one subscription, filtered by owner like the contract's own. */
export const startTwin = async (): Promise<EventServer> => ({
  ...(await startApi(parts)),
  protocols: ['graphql-ws', `header-${header}`],
  start: (id) =>
    JSON.stringify({
      id,
      type: 'start',
      payload: {
        data: JSON.stringify({ query: 'subscription { onPost { owner text } }' }),
        extensions: { authorization: { Authorization: token } },
      },
    }),
  request: {
    headers: { authorization: token },
    body: JSON.stringify({ query: 'mutation { post(owner: "bench", text: "Hello") { owner text } }' }),
  },
});
