import type { ApiParts } from '../../../../local/appsync/options';
import { giving, notebook } from '../edge/notebook';

const schema = `
  schema { query: Query mutation: Mutation subscription: Subscription }
  type Query { nothing: Int }
  type Mutation {
    post(id: ID, owner: String, text: String, size: Int, tags: [String], place: AWSJSON): Note
    postAll(ids: [ID!]!): [Note]
    publish(owner: String!): Note @aws_iam
    expel(owner: String!): Int
    expelTwice: Int
    expelOften: Int
  }
  type Subscription {
    onPost(id: ID, owner: String, size: Int): Note @aws_subscribe(mutations: ["post", "publish"])
    onMine: Note @aws_subscribe(mutations: ["post"])
    onEvery: [Note] @aws_subscribe(mutations: ["postAll"])
    onFiltered(filter: AWSJSON): Note @aws_subscribe(mutations: ["post"])
    onSteps: Note @aws_subscribe(mutations: ["post"])
    onEarly: Note @aws_subscribe(mutations: ["post"])
    onSecret: Note @aws_subscribe(mutations: ["post"]) @aws_cognito_user_pools(cognito_groups: ["keepers"])
    onWhole: Note @aws_subscribe(mutations: ["post"])
    onHalf: Note @aws_subscribe(mutations: ["post"])
    onStrict: Note! @aws_subscribe(mutations: ["post"])
    onRefused: Note @aws_subscribe(mutations: ["post"])
    onMember(owner: String!): Note @aws_subscribe(mutations: ["post"])
    onBuilt: Note @aws_subscribe(mutations: ["publish"]) @aws_iam
  }
  type Note @aws_cognito_user_pools @aws_iam {
    id: ID owner: String text: String size: Int tags: [String] must: String! place: AWSJSON near: Note
    secret: String @aws_cognito_user_pools(cognito_groups: ["keepers"])
  }`;

const filtering = (filter: string, value = 'null'): string => giving(`{ ${filter}; return ${value}; }`);

/** A small API with one subscription for each way of subscribing. */
export const noticeBoard: ApiParts = notebook({
  schema,
  resolvers: {
    'Query.nothing': giving('null'),
    'Mutation.post': giving(
      "({ ...ctx.args, must: 'm', secret: 's', place: ctx.args.place ?? { street: 1 }, near: { id: 'near', must: 'm' } })",
    ),
    'Mutation.postAll': giving("ctx.args.ids.map((id) => ({ id, owner: 'owner', must: 'm' }))"),
    'Mutation.publish': giving("({ id: 'p', owner: ctx.args.owner, must: 'm' })"),
    'Mutation.expel': filtering(
      "extensions.invalidateSubscriptions({ subscriptionField: 'onMember', payload: { owner: ctx.args.owner } })",
      '1',
    ),
    'Mutation.expelOften': filtering(
      "for (const n of [1, 2, 3, 4, 5, 6]) extensions.invalidateSubscriptions({ subscriptionField: 'onMember', payload: { owner: n } })",
      '1',
    ),
    'Mutation.expelTwice': filtering(
      "for (const n of [1, 1, 1, 1, 1, 1]) extensions.invalidateSubscriptions({ subscriptionField: 'onMember', payload: { owner: n } })",
      '1',
    ),
    'Subscription.onMine': filtering(
      'extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ owner: { eq: ctx.identity.username } }))',
    ),
    'Subscription.onFiltered': filtering('extensions.setSubscriptionFilter(ctx.args.filter)'),
    'Subscription.onSteps': `
      export const request = (ctx) => { ctx.stash.owner = ctx.identity.username; return {}; };
      export const response = () => null;`,
    'Subscription.onEarly': `
      import { extensions } from '@aws-appsync/utils';
      export const request = () => {
        extensions.setSubscriptionFilter({ filterGroup: [{ filters: [{ fieldName: 'id', operator: 'eq', value: 1 }] }] });
        return {};
      };
      export const response = () => null;`,
    'Subscription.onWhole': giving("({ id: 1, must: 'm' })"),
    'Subscription.onHalf': giving('({ id: 1 })'),
    'Subscription.onSecret': giving('null'),
    'Subscription.onRefused': giving("util.error('Not you.', 'NOT_YOU')"),
    'Subscription.onMember': filtering(
      'extensions.setSubscriptionInvalidationFilter(util.transform.toSubscriptionFilter({ owner: { eq: ctx.args.owner } }))',
    ),
  },
  routes: { 'Subscription.onSteps': { steps: [['filterOwn', 'none']] } },
  steps: {
    filterOwn: `
      import { extensions, util } from '@aws-appsync/utils';
      export const request = () => ({ payload: 1 });
      export const response = (ctx) => {
        extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ owner: { eq: ctx.stash.owner } }));
        return null;
      };`,
  },
});
