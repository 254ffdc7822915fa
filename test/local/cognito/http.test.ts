import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { ListUserPoolsCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { owner, signUp } from './people';
import { itIsRefused } from './sharedPool';
import { clientId, poolId, startPool, type RunningPool } from './startPool';

const target = (operation: string) => ({
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
});

const post = (pool: RunningPool, operation: string, body: string | Uint8Array<ArrayBuffer>) =>
  fetch(pool.url, { method: 'POST', headers: target(operation), body });

describe('The wire', () => {
  itIsRefused.for<[string, string]>([
    ['nothing', ''],
    ['half an object', '{"ClientId":'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '7'],
    ['a string', '"x"'],
    ['a number for a string', '{"ClientId":7,"Username":"a@b.c","Password":"x"}'],
    ['an object for a string', '{"ClientId":{},"Username":"a@b.c","Password":"x"}'],
    ['a string for a list', `{"ClientId":"${clientId}","Username":"a@b.c","Password":"x","UserAttributes":"x"}`],
    ['a list with a hole', `{"ClientId":"${clientId}","Username":"a@b.c","Password":"x","UserAttributes":[7]}`],
  ])('refuses %s with SerializationException', async ([_, body], { sharedPool: pool }) => {
    const response = await post(pool, 'SignUp', body);
    expect(response.status).toBe(400);
    expect(response.headers.get('x-amzn-errortype')).toBe('SerializationException');
    expect(await response.json()).toMatchObject({ __type: 'SerializationException' });
  });

  itIsRefused('refuses bytes that are no text', async ({ sharedPool: pool }) => {
    const response = await post(pool, 'SignUp', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]));
    expect(await response.json()).toMatchObject({ __type: 'SerializationException' });
  });

  itIsRefused.for<[string, string]>([
    ['{}', "Value null at 'clientId' failed to satisfy constraint: Member must not be null"],
    [`{"ClientId":null}`, "Value null at 'clientId' failed to satisfy constraint: Member must not be null"],
    [`{"ClientId":"${clientId}"}`, "Value null at 'username' failed to satisfy constraint: Member must not be null"],
    [
      `{"ClientId":"${clientId}","Username":"a@b.c","Password":"x","UserAttributes":[{"Name":""}]}`,
      "Value at 'userAttributes.1.member.name' failed to satisfy constraint: " +
        'Member must have length greater than or equal to 1',
    ],
    [
      `{"ClientId":"${clientId}","Username":"a@b.c","Password":"x","UserAttributes":[null]}`,
      "Value null at 'userAttributes.1.member' failed to satisfy constraint: Member must not be null",
    ],
  ])('says in the words of AWS what is wrong with %s', async ([body, message], { sharedPool: pool }) => {
    const response = await post(pool, 'SignUp', body);
    expect(await response.json()).toEqual({
      __type: 'InvalidParameterException',
      message: `1 validation error detected: ${message}`,
    });
  });

  itIsRefused.for(['SignUp', 'ConfirmSignUp', 'InitiateAuth', 'RespondToAuthChallenge', 'GetUser', 'RevokeToken'])(
    'never answers 500 to garbage for %s',
    async (operation, { sharedPool: pool }) => {
      const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
      const members = '"ClientId":"x","Username":"x","AuthFlow":"x","AccessToken":"x","Token":"x"';
      const bodies = [
        `{"__proto__":{"x":1},${members}}`,
        `{"constructor":1,"ClientId":"${clientId}","AuthFlow":"USER_SRP_AUTH","AuthParameters":{"USERNAME":"x"}}`,
        `{"ClientId":"${clientId}","AuthFlow":"USER_SRP_AUTH","AuthParameters":{"USERNAME":"x","SRP_A":"zz"}}`,
        `{"ClientId":"${clientId}","AuthFlow":"USER_SRP_AUTH","AuthParameters":{"USERNAME":"x","SRP_A":"0"}}`,
        `{"ClientId":"${clientId}","AuthFlow":"constructor","AuthParameters":{}}`,
        `{"ClientId":"${clientId}","ChallengeName":"PASSWORD_VERIFIER","ChallengeResponses":{"x":"y"}}`,
        `{"x":${deep}}`,
        JSON.stringify({ ClientId: '\u0000\ud800'.repeat(99), AccessToken: '\u0000'.repeat(9999) }),
      ];

      for (const body of bodies) {
        const response = await post(pool, operation, body);
        expect([response.status, body.slice(0, 80)]).toEqual([400, body.slice(0, 80)]);
        expect(response.headers.get('x-amzn-errortype')).toMatch(/^[A-Z]\w+Exception$/);
        expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
      }
    },
  );

  itIsRefused('refuses a body above its limit', async ({ sharedPool: pool }) => {
    const response = await post(pool, 'SignUp', `{"x":"${'x'.repeat(300_000)}"}`);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ __type: 'RequestEntityTooLargeException' });
  });

  itIsRefused('tells an unknown operation from a real one that it does not have', async ({ sharedPool: pool }) => {
    for (const name of ['Nonsense', 'constructor', '__proto__', '']) {
      expect(await (await post(pool, name, '{}')).json()).toMatchObject({ __type: 'UnknownOperationException' });
    }
    await expect(pool.aws.send(new ListUserPoolsCommand({ MaxResults: 1 }))).rejects.toMatchObject({
      name: 'NotImplementedException',
      message: 'ListUserPools is not supported by this local user pool.',
    });
    const untargeted = await fetch(pool.url, { method: 'POST', body: '{}' });
    expect(await untargeted.json()).toMatchObject({ __type: 'UnknownOperationException' });
  });

  itIsRefused('lets pages of any origin call it, and read the error’s name', async ({ sharedPool: pool }) => {
    const asked = 'amz-sdk-invocation-id, amz-sdk-request, cache-control, content-type, x-amz-target, x-amz-user-agent';

    const preflight = await fetch(pool.url, { method: 'OPTIONS', headers: { origin: 'http://localhost:8000' } });
    expect(preflight.status).toBe(200);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toBe(asked);
    const refusal = await post(pool, 'SignUp', '{}');
    expect(refusal.headers.get('access-control-allow-origin')).toBe('*');
    expect(refusal.headers.get('access-control-expose-headers')).toContain('x-amzn-errortype');
  });
});

describe('The documents', () => {
  it('are the key set and the OpenID configuration', async () => {
    await using pool = await startPool();

    const keys = await fetch(`${pool.url}/${poolId}/.well-known/jwks.json`);
    expect(await keys.json()).toEqual(pool.userPool.keys());
    const configuration = await fetch(`${pool.url}/${poolId}/.well-known/openid-configuration`);
    expect(await configuration.json()).toMatchObject({
      issuer: `https://cognito-idp.us-east-1.amazonaws.com/${poolId}`,
      jwks_uri: `${pool.url}/${poolId}/.well-known/jwks.json`,
    });
  });

  itIsRefused.for(['/', '/us-east-1_Other/.well-known/jwks.json', '/nothing'])(
    'are not at %s',
    async (path, { sharedPool: pool }) => {
      const response = await fetch(`${pool.url}${path}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ message: `There is nothing at GET ${path}.` });
    },
  );
});

describe('The mailbox', () => {
  it('answers the newest message to an address, in any case', async () => {
    await using pool = await startPool();
    await signUp(pool, owner);

    const response = await fetch(`${pool.url}/mailbox?username=${owner.toUpperCase()}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ code: expect.stringMatching(/^\d{6}$/), to: owner });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  itIsRefused('says so when there is none', async ({ sharedPool: pool }) => {
    const response = await fetch(`${pool.url}/mailbox?username=nobody@example.com`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: 'No message was sent to nobody@example.com.' });
  });

  it('lists all messages, the newest first', async () => {
    await using pool = await startPool();
    await signUp(pool, owner);
    await signUp(pool, 'second@example.com');

    const list: unknown = await (await fetch(`${pool.url}/mailbox`)).json();
    expect(list).toMatchObject({ messages: [{ to: 'second@example.com' }, { to: owner }] });
  });

  it('is a page for a browser, in which what users typed can do no harm', async () => {
    await using pool = await startPool();
    const hostile = `"><script>alert(1)</script>'&@example.com`;
    await signUp(pool, hostile);

    const response = await fetch(`${pool.url}/mailbox`, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-\S+';/);
    const page = await response.text();
    expect(page).not.toContain('<script');
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;@example.com');
    expect(page).toContain(`<code>${await pool.mailedCode(hostile)}</code>`);
  });
});

describe('Under a name that somebody else may own', () => {
  /** Not by `fetch`, which sets the host header itself. */
  const call = (pool: RunningPool, path: string, headers = {}, body?: string) =>
    new Promise<{ status: number | undefined; body: unknown }>((resolve, reject) => {
      const method = body === undefined ? 'GET' : 'POST';
      request(`${pool.url}${path}`, { method, headers: { ...headers, host: 'stranger.example' } }, (answer) => {
        void text(answer).then(
          (answered) => resolve({ status: answer.statusCode, body: JSON.parse(answered) }),
          reject,
        );
      })
        .once('error', reject)
        .end(body);
    });

  itIsRefused('nobody reads a code', async ({ sharedPool: pool }) => {
    expect(await call(pool, '/mailbox')).toEqual({
      status: 403,
      body: { message: 'This is answered at an address or at localhost only.' },
    });
  });

  itIsRefused('nobody is an administrator', async ({ sharedPool: pool }) => {
    const authorization = 'AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/cognito-idp/aws4_request, Signature=x';
    const headers = { ...target('ListUsers'), authorization };
    const answer = await call(pool, '/', headers, JSON.stringify({ UserPoolId: poolId }));
    expect(answer).toMatchObject({ status: 400, body: { __type: 'NotAuthorizedException' } });
  });

  itIsRefused('people sign up as ever', async ({ sharedPool: pool }) => {
    const answer = await call(pool, '/', target('SignUp'), '{}');
    expect(answer).toMatchObject({ status: 400, body: { __type: 'InvalidParameterException' } });
  });
});
