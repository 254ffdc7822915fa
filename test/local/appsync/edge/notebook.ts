import type { ApiParts } from '../../../../local/appsync/options';

/** Resolver code that returns one expression of `ctx`. */
export const giving = (expression: string): string => `
import { util, runtime, extensions } from '@aws-appsync/utils';
export const request = () => ({ payload: null });
export const response = (ctx) => ${expression};
`;

/** Resolver code whose request is one expression, and which returns the source's result or error. */
export const asking = (expression: string): string => `
import { util, runtime } from '@aws-appsync/utils';
export const request = (ctx) => (${expression});
export const response = (ctx) => {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type, ctx.result);
  return ctx.result;
};
`;

const directives = `
directive @aws_auth(cognito_groups: [String!]) on FIELD_DEFINITION
directive @aws_cognito_user_pools(cognito_groups: [String!]) on FIELD_DEFINITION | OBJECT
directive @aws_iam on FIELD_DEFINITION | OBJECT
directive @aws_api_key on FIELD_DEFINITION | OBJECT
directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
scalar AWSDate scalar AWSTime scalar AWSDateTime scalar AWSTimestamp scalar AWSEmail
scalar AWSJSON scalar AWSPhone scalar AWSURL scalar AWSIPAddress
`;

const sources: ApiParts['sources'] = {
  none: { kind: 'none' },
  notes: {
    kind: 'dynamodb',
    table: 'files',
    may: {
      files: [
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:Query',
        'dynamodb:BatchGetItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:ConditionCheckItem',
      ],
    },
  },
  reader: { kind: 'dynamodb', table: 'files', may: { files: ['dynamodb:GetItem'] } },
  echo: { kind: 'lambda', environment: [], may: {} },
};

/** The parts of a small API: `fields` gives each query's code; fields not in `routes` use the source `none`. */
export const notebook = ({
  schema,
  resolvers,
  routes = {},
  steps = {},
}: {
  readonly schema: string;
  readonly resolvers: Readonly<Record<string, string>>;
  readonly routes?: ApiParts['routes'];
  readonly steps?: Readonly<Record<string, string>>;
}): ApiParts => ({
  schema: `${directives}\n${schema}`,
  sources,
  routes: {
    ...Object.fromEntries(Object.keys(resolvers).map((coordinate) => [coordinate, { source: 'none' }])),
    ...routes,
  },
  code: { resolvers, steps },
  environment: { SHELF: 'B7' },
});
