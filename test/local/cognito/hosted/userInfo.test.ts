import { AdminUpdateUserAttributesCommand, GlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { createClock } from '../clock';
import { join, owner, signIn } from '../people';
import { clientId, poolId, startPool, type RunningPool } from '../startPool';
import { askForTokens, authorizeQuery, callbackUrl, codeIn, createVisitor, exchange, signInAs } from './visitor';

const tokensFor = async (pool: RunningPool, scope: string) => {
  const back = await signInAs(createVisitor(pool), owner, { query: authorizeQuery({ scope }) });
  const { body } = await exchange(pool, codeIn(back));
  return { access: String(body.access_token), id: String(body.id_token), refresh: String(body.refresh_token) };
};

const userInfo = async ({ url }: RunningPool, authorization?: string) => {
  const response = await fetch(`${url}/oauth2/userInfo`, { headers: authorization ? { authorization } : {} });
  const body: Readonly<Record<string, unknown>> = JSON.parse(await response.text());
  return { status: response.status, challenge: response.headers.get('www-authenticate'), body };
};

describe('The userInfo endpoint', () => {
  it('tells what the scope allows, with email_verified as a string', async () => {
    await using pool = await startPool();
    const sub = await join(pool, owner);
    const UserAttributes = [{ Name: 'name', Value: 'Olive Owner' }];
    await pool.aws.send(new AdminUpdateUserAttributesCommand({ UserPoolId: poolId, Username: owner, UserAttributes }));
    const about = async (scope: string) =>
      (await userInfo(pool, `Bearer ${(await tokensFor(pool, scope)).access}`)).body;

    const email = { sub, username: sub, email: owner, email_verified: 'true' };
    expect(await about('openid email')).toEqual(email);
    expect(await about('openid profile')).toEqual({ ...email, name: 'Olive Owner' });
    expect(await about('openid')).toEqual({ ...email, name: 'Olive Owner' });
  });

  it('refuses tokens that are missing, of another kind, without openid, expired or ended', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await join(pool, owner);
    const whole = await tokensFor(pool, 'openid email');
    const ofApi = await signIn(pool, owner);

    expect(await userInfo(pool)).toMatchObject({ status: 401, body: { error: 'invalid_request' } });
    const refused = { status: 401, challenge: 'Bearer error="invalid_token"', body: { error: 'invalid_token' } };
    expect(await userInfo(pool, 'Bearer rubbish')).toMatchObject(refused);
    expect(await userInfo(pool, `Bearer ${whole.id}`)).toMatchObject(refused);
    expect(await userInfo(pool, `Bearer ${ofApi.accessToken}`)).toMatchObject(refused);
    expect(await userInfo(pool, `Bearer ${(await tokensFor(pool, 'email')).access}`)).toMatchObject(refused);
    await pool.aws.send(new GlobalSignOutCommand({ AccessToken: ofApi.accessToken }));
    expect(await userInfo(pool, `Bearer ${whole.access}`)).toMatchObject(refused);
    const later = await tokensFor(pool, 'openid');
    clock.forward({ minutes: 61 });
    expect(await userInfo(pool, `Bearer ${later.access}`)).toMatchObject(refused);
  });
});

describe('A page of another origin', () => {
  const allowed = async ({ url }: RunningPool, path: string) => {
    const headers = { origin: 'http://localhost:8000', 'access-control-request-headers': 'authorization' };
    const response = await fetch(`${url}${path}`, { method: 'OPTIONS', headers });
    return response.headers.get('access-control-allow-headers')?.split(', ').includes('authorization');
  };

  it('may ask with a token who it is about, and sign nothing elsewhere', async () => {
    await using pool = await startPool();

    expect(await allowed(pool, '/oauth2/userInfo')).toBe(true);
    expect(await allowed(pool, '/oauth2/token')).toBe(false);
    expect(await allowed(pool, '/')).toBe(false);
  });
});

describe('The revoke endpoint', () => {
  const revoke = ({ url }: RunningPool, fields: Readonly<Record<string, string>>) =>
    fetch(`${url}/oauth2/revoke`, { method: 'POST', body: new URLSearchParams(fields) });

  it('ends a sign-in: its refresh token and its access token', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { access, refresh } = await tokensFor(pool, 'openid');

    const answer = await revoke(pool, { token: refresh, client_id: clientId });
    const again = await revoke(pool, { token: refresh, client_id: clientId });

    expect([answer.status, await answer.text(), again.status]).toEqual([200, '', 200]);
    expect((await askForTokens(pool, { grant_type: 'refresh_token', refresh_token: refresh })).status).toBe(400);
    expect((await userInfo(pool, `Bearer ${access}`)).status).toBe(401);
  });

  it('refuses other tokens, other clients, and no token', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { access, refresh } = await tokensFor(pool, 'openid');
    const errorOf = async (fields: Readonly<Record<string, string>>) => {
      const response = await revoke(pool, fields);
      return [response.status, Object.assign({ error: '' }, await response.json()).error];
    };

    expect(await errorOf({ token: access, client_id: clientId })).toEqual([400, 'unsupported_token_type']);
    expect(await errorOf({ token: refresh, client_id: 'other' })).toEqual([400, 'invalid_client']);
    expect(await errorOf({ client_id: clientId })).toEqual([400, 'invalid_request']);
    expect(await errorOf({ token: 'nobody gave it', client_id: clientId })).toEqual([400, 'invalid_request']);
  });
});

describe('The logout endpoint', () => {
  const logoutQuery = (logoutUri: string) =>
    String(new URLSearchParams({ client_id: clientId, logout_uri: logoutUri }));

  it("ends the browser's session, also for a copy of its cookie", async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const visitor = createVisitor(pool);
    const thief = createVisitor(pool);
    await signInAs(visitor, owner);
    thief.cookies.set('cognito', visitor.cookies.get('cognito') ?? '');

    const { status, location } = await visitor.visit(`/logout?${logoutQuery(callbackUrl)}`);

    expect([status, location?.href]).toEqual([302, `${callbackUrl}/`]);
    expect(visitor.cookies.has('cognito')).toBe(false);
    for (const browser of [visitor, thief]) {
      expect((await browser.visit(`/oauth2/authorize?${authorizeQuery()}`)).location?.pathname).toBe('/login');
    }
  });

  it('leads to another sign-in when the client asks for one', async () => {
    await using pool = await startPool();

    const { location } = await createVisitor(pool).visit(`/logout?${authorizeQuery()}`);

    expect(`${location?.pathname ?? ''}${location?.search ?? ''}`).toBe(`/login?${authorizeQuery()}`);
  });

  it.each([
    logoutQuery('https://evil.example'),
    logoutQuery(`${callbackUrl}/`),
    `client_id=other&logout_uri=${callbackUrl}`,
    `logout_uri=${callbackUrl}`,
    `client_id=${clientId}`,
    `${logoutQuery(callbackUrl)}&logout_uri=https://evil.example`,
  ])('leads nowhere for %s, and leaves the session alone', async (query) => {
    await using pool = await startPool();
    await join(pool, owner);
    const visitor = createVisitor(pool);
    await signInAs(visitor, owner);

    const { status, location } = await visitor.visit(`/logout?${query}`);

    expect([status, location]).toEqual([400, undefined]);
    expect(codeIn(await visitor.visit(`/oauth2/authorize?${authorizeQuery()}`))).not.toBe('');
  });
});
