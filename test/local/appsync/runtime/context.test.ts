import { afterAll, describe, expect, it } from 'vitest';
import { partsOfContext } from '../../../../local/appsync/contextParts';
import { openEvaluator } from '../../../../local/appsync/evaluator/openEvaluator';

const evaluator = await openEvaluator({ clock: () => 0 });
afterAll(() => evaluator.close());

const run = async (body: string, context: object = {}) => {
  const text = `export function request(ctx) {\n${body}\n}\nexport const response = () => null;`;
  return (await evaluator.load(text)).run('request', partsOfContext(context));
};

const iam = {
  ...{ accountId: '123456789012', cognitoIdentityPoolId: null, cognitoIdentityId: null, sourceIp: ['1.2.3.4'] },
  ...{ username: 'AKIA', userArn: 'arn:aws:iam::123456789012:user/alice', cognitoIdentityAuthType: null },
  cognitoIdentityAuthProvider: null,
};
const oidc = { sub: 'sub-1', issuer: 'https://accounts.example.com', claims: {} };
const pool = { ...oidc, sourceIp: ['1.2.3.4'], username: 'alice', groups: ['admins'], defaultAuthStrategy: 'ALLOW' };

describe('util.authType', () => {
  it.each([
    ['API Key Authorization', 'no identity', undefined],
    ['API Key Authorization', 'null', null],
    ['Lambda Authorization', 'a resolver context', { resolverContext: { userId: 'alice' } }],
    ['Lambda Authorization', 'nothing in it', {}],
    ['IAM Authorization', 'all of IAM', iam],
    ['User Pool Authorization', 'all of a user pool', pool],
    ['User Pool Authorization', 'no groups', { ...pool, groups: undefined }],
    ['Open ID Connect Authorization', 'subject, issuer and claims', oidc],
    ['API Key Authorization', 'no user ARN', { ...iam, userArn: undefined }],
    ['API Key Authorization', 'no address', { ...iam, sourceIp: null }],
    ['API Key Authorization', 'no default strategy', { ...pool, defaultAuthStrategy: undefined }],
    ['API Key Authorization', 'claims alone', { claims: {} }],
    ['API Key Authorization', 'a user name beside OIDC', { ...oidc, username: 'alice' }],
  ])('is %s for an identity with %s', async (name, _, identity) => {
    expect((await run('return util.authType();', { identity })).result).toBe(JSON.stringify(name));
  });
});

describe('ctx', () => {
  it('has its arguments under both names', async () => {
    expect((await run('return [ctx.args, ctx.arguments];', { arguments: { a: 1 } })).result).toBe('[{"a":1},{"a":1}]');
    expect((await run('return [ctx.args, ctx.arguments];', { args: { a: 1 } })).result).toBe('[{"a":1},{"a":1}]');
  });

  it('has the members of its own run, also as JSON', async () => {
    const body = 'return [ctx, Object.keys(ctx), ctx.prev?.result === ctx.prev?.result];';
    const first = await run(body, {
      result: { a: 1 },
      prev: { result: 2 },
      info: { fieldName: 'f', selectionSetList: ['a'] },
    });
    const second = await run(body, { result: 3, error: { message: 'm' }, odd: 4 });

    const always = ['identity', 'source', 'result', 'prev', 'request', 'env', 'arguments', 'args', 'stash', 'info'];
    const empty = {
      identity: null,
      source: null,
      prev: null,
      request: {},
      env: {},
      arguments: {},
      args: {},
      stash: {},
    };
    expect(JSON.parse(first.result ?? '')).toEqual([
      { ...empty, result: { a: 1 }, prev: { result: 2 }, info: { fieldName: 'f' } },
      always,
      true,
    ]);
    expect(JSON.parse(second.result ?? '')).toEqual([
      { ...empty, result: 3, info: {}, error: { message: 'm' }, odd: 4 },
      [...always, 'error', 'odd'],
      true,
    ]);
  });

  it('lets the stash be written to but not replaced', async () => {
    const written = await run('ctx.stash.a = 1; delete ctx.stash.b; return null;', { stash: { b: 2, c: 3 } });
    const replaced = await run('const c = ctx; c.stash = {}; return null;', { stash: { b: 2 } });
    const added = await run('const c = ctx; c.more = {}; return null;');

    expect(written.stash).toBe('{"c":3,"a":1}');
    expect(replaced).toMatchObject({ stash: '{"b":2}', error: { message: expect.stringContaining('read only') } });
    expect(added.error?.message).toContain('not extensible');
  });

  it('keeps what was stashed, logged and appended before an error', async () => {
    const evaluation = await run(`ctx.stash.a = 1; console.error('e', 2); util.appendError('x'); util.error('stop');`);

    expect(evaluation).toMatchObject({
      stash: '{"a":1}',
      logs: ['ERROR - code.js:2:18: "e" 2'],
      error: { message: 'stop' },
    });
    expect(JSON.parse(evaluation.outErrors)).toEqual([{ message: 'x', errorType: null, data: null, errorInfo: null }]);
  });
});

describe('large contexts', () => {
  it('are carried in and out whole', async () => {
    const text = 'é'.repeat(1_000_000);

    const { result } = await run('return [ctx.args.text, ctx.args.text];', { arguments: { text } });

    expect(JSON.parse(result ?? '')).toEqual([text, text]);
  });

  it('that are too large for a result are refused', async () => {
    const text = 'x'.repeat(3_000_000);

    const { error } = await run('return [ctx.args.text, ctx.args.text];', { arguments: { text } });

    expect(error?.message).toBe('The evaluated code exceeds the size limit of 5 MB.');
  });
});

describe('effects', () => {
  // https://docs.aws.amazon.com/appsync/latest/devguide/http-helpers-in-utils-http-js.html
  it.each([
    ...['transfer-encoding', 'connection', 'Host', 'expect', 'keep-alive', 'upgrade', 'proxy-authenticate'],
    ...['proxy-authorization', 'te', 'content-length', 'Access-Control-Allow-Credentials', 'Vary', 'Content-Type'],
    ...['Access-Control-Allow-Origin', 'Access-Control-Expose-Headers', 'Access-Control-Max-Age'],
    ...['Access-Control-Allow-Methods', 'Access-Control-Allow-Headers', 'x-amzn-a', 'X-Amz-Thing', ''],
  ])('leaves out a response header named %j, and says so beside the result', async (name) => {
    const { result, error, outErrors, effects } = await run(`
      util.http.addResponseHeaders({ '${name}': 1, kept: 2 });
      return 3;`);

    expect([result, error]).toEqual(['3', undefined]);
    expect(JSON.parse(outErrors)).toEqual([
      {
        message: `Header '${name}' was ignored: its name is restricted.`,
        errorType: 'ResponseHeaderError',
        data: null,
        errorInfo: null,
      },
    ]);
    expect(JSON.parse(effects?.responseHeaders ?? '')).toEqual({ kept: '2' });
  });

  it.each(['null', 'undefined'])('leaves out a response header whose value is %s', async (value) => {
    const { result, outErrors, effects } = await run(`util.http.addResponseHeader('a', ${value}); return 3;`);

    expect([result, effects]).toEqual(['3', undefined]);
    expect(JSON.parse(outErrors)).toMatchObject([{ errorType: 'ResponseHeaderError' }]);
  });

  it('tells the edge what extensions and util.http asked for', async () => {
    const { effects } = await run(`
      util.http.addResponseHeaders({ a: 1, b: { c: 2 } });
      util.http.addResponseHeader('a', 'again');
      extensions.setSubscriptionFilter({ filterGroup: [] });
      extensions.evictFromApiCache('Query', 'f', { k: 'v' });
      extensions.evictFromApiCache('Query', 'g', {});
      extensions.invalidateSubscriptions({ subscriptionField: 's', payload: {} });
      return null;`);

    expect(Object.fromEntries(Object.entries(effects ?? {}).map(([name, value]) => [name, JSON.parse(value)]))).toEqual(
      {
        responseHeaders: { a: 'again', b: '{"c":2}' },
        setSubscriptionFilter: { filterGroup: [] },
        evictFromApiCache: [
          { typeName: 'Query', fieldName: 'f', keyValuePair: { k: 'v' } },
          { typeName: 'Query', fieldName: 'g', keyValuePair: {} },
        ],
        invalidateSubscriptions: [{ subscriptionField: 's', payload: {} }],
      },
    );
  });

  it.each([
    [
      'more than 4 KB of headers',
      `util.http.addResponseHeader('a', 'x'.concat([...'0123456789ab'].reduce((s) => s + s, 'y')));`,
    ],
    ['a name with a line break', `util.http.addResponseHeader('a\\r\\nb', 1);`],
    ['a value with a line break', `util.http.addResponseHeader('a', 'b\\r\\nset-cookie: c');`],
  ])('refuses %s', async (_, body) => {
    expect((await run(body)).error?.message).toMatch(/^code\.js:2:1: /);
  });
});
