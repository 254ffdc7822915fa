import { AdminDisableUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { createClock } from '../clock';
import { join, owner, signIn } from '../people';
import { clientId, poolId, startPool, type RunningPool } from '../startPool';
import { askForTokens, authorizeQuery, codeIn, createProofKey, createVisitor, exchange, signInAs } from './visitor';

const codeFor = async (pool: RunningPool, changes: Readonly<Record<string, string>> = {}): Promise<string> =>
  codeIn(await signInAs(createVisitor(pool), owner, { query: authorizeQuery(changes) }));

interface Refusal {
  readonly what: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly error: string;
}

const refusals: readonly Refusal[] = [
  { what: 'nothing', fields: {}, error: 'invalid_request' },
  { what: 'an unknown grant type', fields: { grant_type: 'password' }, error: 'unsupported_grant_type' },
  { what: 'an inherited name for a grant type', fields: { grant_type: 'toString' }, error: 'unsupported_grant_type' },
  { what: 'client credentials', fields: { grant_type: 'client_credentials' }, error: 'unauthorized_client' },
  { what: 'no code', fields: { grant_type: 'authorization_code', redirect_uri: 'a' }, error: 'invalid_request' },
  { what: 'no address', fields: { grant_type: 'authorization_code', code: 'a' }, error: 'invalid_request' },
  {
    what: 'a code nobody gave',
    fields: { grant_type: 'authorization_code', code: 'a', redirect_uri: 'a' },
    error: 'invalid_grant',
  },
  { what: 'no refresh token', fields: { grant_type: 'refresh_token' }, error: 'invalid_request' },
  {
    what: 'a refresh token nobody gave',
    fields: { grant_type: 'refresh_token', refresh_token: 'a' },
    error: 'invalid_grant',
  },
  { what: 'another client', fields: { client_id: 'other', grant_type: 'refresh_token' }, error: 'invalid_client' },
  { what: 'no client', fields: { client_id: '', grant_type: 'refresh_token' }, error: 'invalid_request' },
  { what: 'a secret', fields: { client_secret: 'a', grant_type: 'refresh_token' }, error: 'invalid_client' },
  {
    what: 'an empty secret, which is none, and no refresh token',
    fields: { client_secret: '', grant_type: 'refresh_token' },
    error: 'invalid_request',
  },
];

describe('The token endpoint', () => {
  it('takes a code once, and ends what came of it when it comes again', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const code = await codeFor(pool);

    const first = await exchange(pool, code);
    const second = await exchange(pool, code);
    const refreshed = await askForTokens(pool, {
      grant_type: 'refresh_token',
      refresh_token: String(first.body.refresh_token),
    });

    expect(first.status).toBe(200);
    expect(second).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(refreshed).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('lets one of two clients win that bring a code at once', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const code = await codeFor(pool);

    const answers = await Promise.all(Array.from({ length: 5 }, () => exchange(pool, code)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400]);
  });

  it('takes no code after five minutes', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await join(pool, owner);
    const code = await codeFor(pool);
    clock.forward({ minutes: 5 });

    expect(await exchange(pool, code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('wants the verifier behind the challenge, and none where there was no challenge', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { verifier, challenge } = createProofKey();
    const withChallenge = { code_challenge: challenge, code_challenge_method: 'S256' };
    const wrong = createProofKey().verifier;

    const answers = [
      await exchange(pool, await codeFor(pool, withChallenge)),
      await exchange(pool, await codeFor(pool, withChallenge), { code_verifier: wrong }),
      await exchange(pool, await codeFor(pool, withChallenge), { code_verifier: challenge }),
      await exchange(pool, await codeFor(pool), { code_verifier: verifier }),
    ];

    for (const answer of answers) expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('wants the very address of the authorization request', async () => {
    await using pool = await startPool();
    await join(pool, owner);

    const answer = await exchange(pool, await codeFor(pool), { redirect_uri: 'http://localhost:8000/' });

    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('gives an account that was turned off nothing more', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const code = await codeFor(pool);
    await pool.aws.send(new AdminDisableUserCommand({ UserPoolId: poolId, Username: owner }));

    expect(await exchange(pool, code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it.each([
    { scope: 'openid', claims: ['email', 'email_verified'], absent: [] },
    { scope: 'openid email', claims: ['email', 'email_verified'], absent: ['name'] },
    { scope: 'openid profile', claims: ['email', 'email_verified'], absent: [] },
  ])('shows in the id token what $scope allows', async ({ scope, claims, absent }) => {
    await using pool = await startPool();
    await join(pool, owner);

    const { body } = await exchange(pool, await codeFor(pool, { scope }));

    const payload = decodeJwt(String(body.id_token));
    expect(Object.keys(payload)).toEqual(expect.arrayContaining(claims));
    for (const name of absent) expect(payload).not.toHaveProperty(name);
    expect(decodeJwt(String(body.access_token)).scope).toBe(scope);
  });

  it('gives no id token without openid', async () => {
    await using pool = await startPool();
    await join(pool, owner);

    const { body } = await exchange(pool, await codeFor(pool, { scope: 'email' }));

    expect(body).not.toHaveProperty('id_token');
    expect(decodeJwt(String(body.access_token)).scope).toBe('email');
  });

  it('refreshes under the same scope, and gives no new refresh token', async () => {
    await using pool = await startPool();
    const sub = await join(pool, owner);
    const { body: first } = await exchange(pool, await codeFor(pool, { scope: 'openid email' }));

    const { status, body } = await askForTokens(pool, {
      grant_type: 'refresh_token',
      refresh_token: String(first.refresh_token),
    });

    expect(status).toBe(200);
    expect(body).not.toHaveProperty('refresh_token');
    expect(decodeJwt(String(body.access_token))).toMatchObject({ sub, scope: 'openid email' });
    expect(decodeJwt(String(body.id_token))).toMatchObject({ email: owner });
  });

  it('refreshes a sign-in of the API, too', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { refreshToken } = await signIn(pool, owner);

    const { body } = await askForTokens(pool, { grant_type: 'refresh_token', refresh_token: refreshToken });

    expect(body).toMatchObject({ access_token: expect.any(String), id_token: expect.any(String) });
  });

  it.each(refusals)('refuses $what with $error', async ({ fields, error }) => {
    await using pool = await startPool();

    const { status, headers, body } = await askForTokens(pool, fields);

    expect(status).toBe(400);
    expect(body).toMatchObject({ error, error_description: expect.any(String) });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('refuses a client that names itself in a header with 401', async () => {
    await using pool = await startPool();
    const authorization = `Basic ${Buffer.from(`${clientId}:secret`).toString('base64')}`;

    const { status, headers, body } = await askForTokens(pool, { grant_type: 'refresh_token' }, { authorization });

    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Basic');
    expect(body.error).toBe('invalid_client');
  });

  it('refuses what is no form, too large, not UTF-8 or twice the same', async () => {
    await using pool = await startPool();
    const form = 'application/x-www-form-urlencoded';
    const post = async (body: string | Buffer, type: string) => {
      const response = await fetch(`${pool.url}/oauth2/token`, {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      });
      return [response.status, Object.assign({}, await response.json())];
    };

    const invalid = expect.objectContaining({ error: 'invalid_request' });
    expect(await post('{}', 'application/json')).toEqual([400, invalid]);
    expect(await post('a'.repeat(70_000), form)).toEqual([413, invalid]);
    expect(await post(Buffer.from([0xff, 0xfe]), form)).toEqual([400, invalid]);
    expect(await post(`client_id=${clientId}&client_id=${clientId}`, form)).toEqual([400, invalid]);
  });

  it('answers pages of any origin, as Amplify in a browser needs', async () => {
    await using pool = await startPool();
    const origin = 'http://localhost:8000';

    const preflight = await fetch(`${pool.url}/oauth2/token`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-amz-user-agent',
      },
    });
    const { headers } = await askForTokens(pool, {}, { origin });

    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-amz-user-agent');
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });
});
