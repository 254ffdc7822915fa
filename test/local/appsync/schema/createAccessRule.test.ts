import { buildSchema, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { AuthMode, Caller } from '../../../../local/appsync/auth/caller';
import { createAccessRule } from '../../../../local/appsync/schema/createAccessRule';
import { giving, notebook } from '../edge/notebook';
import { signToken } from '../edge/signToken';
import { startApi } from '../edge/startApi';

const schema = buildSchema(`
  directive @aws_auth(cognito_groups: [String!]) on FIELD_DEFINITION
  directive @aws_cognito_user_pools(cognito_groups: [String!]) on FIELD_DEFINITION | OBJECT
  directive @aws_iam on FIELD_DEFINITION | OBJECT
  directive @aws_api_key on FIELD_DEFINITION | OBJECT
  type Query {
    plain: Int
    iam: Int @aws_iam
    both: Int @aws_iam @aws_cognito_user_pools
    editors: Int @aws_cognito_user_pools(cognito_groups: ["editors", "owners"])
    nobody: Int @aws_cognito_user_pools(cognito_groups: [])
    old: Int @aws_auth(cognito_groups: ["editors"])
    key: Int @aws_api_key
  }
  type Internal @aws_iam {
    inherited: Int
    overridden: Int @aws_cognito_user_pools
  }
`);

const caller = (mode: AuthMode, groups: readonly string[] = []): Caller => ({ mode, groups, identity: () => '{}' });
const callers = {
  user: caller('AMAZON_COGNITO_USER_POOLS'),
  editor: caller('AMAZON_COGNITO_USER_POOLS', ['editors']),
  service: caller('AWS_IAM'),
};

const allowed = (coordinate: string, isSingleMode: boolean) => {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!isObjectType(type) || !field) throw new Error(coordinate);
  const rule = createAccessRule(type, field, { defaultMode: 'AMAZON_COGNITO_USER_POOLS', isSingleMode });
  return Object.entries(callers).flatMap(([name, who]) => (rule(who) ? [name] : []));
};

describe('with several modes', () => {
  it.each([
    ['Query.plain', ['user', 'editor']],
    ['Query.iam', ['service']],
    ['Query.both', ['user', 'editor', 'service']],
    ['Query.editors', ['editor']],
    ['Query.nobody', []],
    // @aws_auth is ignored when more than one mode is set.
    ['Query.old', ['user', 'editor']],
    ['Query.key', []],
    ['Internal.inherited', ['service']],
    ['Internal.overridden', ['user', 'editor']],
  ])('%s is open to %j', (coordinate, names) => {
    expect(allowed(coordinate, false)).toEqual(names);
  });
});

describe('with user pools alone', () => {
  it('heeds @aws_auth', () => {
    expect(allowed('Query.old', true)).toEqual(['editor']);
  });
});

describe('a denied field', () => {
  it('is null with Unauthorized, and the rest of the answer stands', async () => {
    const { ask } = await startApi(
      notebook({
        schema: `
          type Query { note: Note }
          type Note { id: ID secret: String @aws_cognito_user_pools(cognito_groups: ["editors"]) }`,
        resolvers: { 'Query.note': giving("({ id: 1, secret: 's' })") },
      }),
      { iam: new Map() },
    );

    const asUser = await ask('{ note { id secret } }');
    const asEditor = await ask(
      '{ note { secret } }',
      {},
      { authorization: signToken({ 'cognito:groups': ['editors'] }) },
    );

    expect(asUser.status).toBe(200);
    expect(asUser.body).toEqual({
      data: { note: { id: '1', secret: null } },
      errors: [
        {
          path: ['note', 'secret'],
          data: null,
          errorType: 'Unauthorized',
          errorInfo: null,
          locations: [{ line: 1, column: 13, sourceName: null }],
          message: 'Not Authorized to access secret on type Note',
        },
      ],
    });
    expect(asEditor.body).toEqual({ data: { note: { secret: 's' } } });
  });
});
