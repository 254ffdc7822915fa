import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AdminCreateUserCommand, AdminSetUserPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { createClock } from '../clock';
import { join as signUpAndConfirm, owner, signIn, signUp } from '../people';
import { clientId, password, poolId, startPool } from '../startPool';
import { authorizeQuery, callbackUrl, codeIn, createProofKey, createVisitor, exchange, signInAs } from './visitor';

const useFolder = async () => {
  const path = await mkdtemp(join(tmpdir(), 'myfiles-hosted-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
};

describe('Signing in through the hosted pages', () => {
  it('leads from authorize through login back to the client with a code and its state, and tokens for them', async () => {
    await using pool = await startPool();
    const sub = await signUpAndConfirm(pool, owner);
    const { verifier, challenge } = createProofKey();
    const visitor = createVisitor(pool);

    const back = await signInAs(visitor, owner, {
      query: authorizeQuery({ code_challenge: challenge, code_challenge_method: 'S256', nonce: 'once' }),
    });
    const { status, headers, body } = await exchange(pool, codeIn(back), { code_verifier: verifier });

    expect(back.status).toBe(302);
    expect(back.location?.origin).toBe(callbackUrl);
    expect(back.location?.searchParams.get('state')).toBe('state-of-the-client');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, refresh_token: expect.any(String) });
    expect(decodeJwt(String(body.access_token))).toMatchObject({ sub, scope: 'openid email profile' });
    expect(decodeJwt(String(body.id_token))).toMatchObject({ sub, email: owner, email_verified: true, nonce: 'once' });
  });

  it("gives tokens that AWS's own verifier takes", async () => {
    await using pool = await startPool();
    const sub = await signUpAndConfirm(pool, owner);
    const verifier = CognitoJwtVerifier.create({ userPoolId: poolId, clientId });
    verifier.cacheJwks(JSON.parse(JSON.stringify(pool.userPool.keys())));

    const { body } = await exchange(pool, codeIn(await signInAs(createVisitor(pool), owner)));

    expect(await verifier.verify(String(body.access_token), { tokenUse: 'access', scope: 'openid' })).toMatchObject({
      sub,
    });
    expect(await verifier.verify(String(body.id_token), { tokenUse: 'id' })).toMatchObject({ sub });
  });

  it('binds the id token to its access token, as no sign-in by the API does', async () => {
    await using pool = await startPool();
    await signUpAndConfirm(pool, owner);

    const { body } = await exchange(pool, codeIn(await signInAs(createVisitor(pool), owner)));
    const byApi = await signIn(pool, owner);

    const hash = createHash('sha256').update(String(body.access_token)).digest();
    expect(decodeJwt(String(body.id_token)).at_hash).toBe(hash.subarray(0, 16).toString('base64url'));
    expect(decodeJwt(String(body.access_token)).version).toBe(2);
    expect(decodeJwt(byApi.idToken)).not.toHaveProperty('at_hash');
    expect(decodeJwt(byApi.accessToken)).not.toHaveProperty('version');
  });

  it('asks nothing again while the browser is signed in, unless the client wants it to', async () => {
    await using pool = await startPool();
    await signUpAndConfirm(pool, owner);
    const visitor = createVisitor(pool);
    await signInAs(visitor, owner);

    const again = await visitor.visit(`/oauth2/authorize?${authorizeQuery()}`);
    const forced = await visitor.visit(`/oauth2/authorize?${authorizeQuery({ prompt: 'login' })}`);
    const silent = await visitor.visit(`/oauth2/authorize?${authorizeQuery({ prompt: 'none' })}`);
    const stranger = await createVisitor(pool).visit(`/oauth2/authorize?${authorizeQuery({ prompt: 'none' })}`);

    expect(codeIn(again)).not.toBe('');
    expect(forced.location?.pathname).toBe('/login');
    expect(codeIn(silent)).not.toBe('');
    expect(stranger.location?.searchParams.get('error')).toBe('login_required');
  });

  it("ends the browser's session after an hour, with its password, and with the account", async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await signUpAndConfirm(pool, owner);
    const visitor = createVisitor(pool);
    const landing = async () => (await visitor.visit(`/oauth2/authorize?${authorizeQuery()}`)).location?.pathname;

    await signInAs(visitor, owner);
    expect(await landing()).toBe('/');
    clock.forward({ minutes: 61 });
    expect(await landing()).toBe('/login');

    await signInAs(visitor, owner);
    await pool.aws.send(
      new AdminSetUserPasswordCommand({ UserPoolId: poolId, Username: owner, Password: password, Permanent: true }),
    );
    expect(await landing()).toBe('/login');
  });

  it('keeps the browser signed in when the pool starts again', async () => {
    await using folder = await useFolder();
    const file = join(folder.path, 'pool');
    const visitor = await (async () => {
      await using pool = await startPool({ file });
      await signUpAndConfirm(pool, owner);
      const signedIn = createVisitor(pool);
      await signInAs(signedIn, owner);
      return signedIn;
    })();
    await using pool = await startPool({ file });
    const sameBrowser = createVisitor(pool);
    for (const [name, value] of visitor.cookies) sameBrowser.cookies.set(name, value);

    const { location } = await sameBrowser.visit(`/oauth2/authorize?${authorizeQuery()}`);

    expect(codeIn({ location })).not.toBe('');
  });

  it('dates tokens by the sign-in, not by the code', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await signUpAndConfirm(pool, owner);
    const visitor = createVisitor(pool);
    await signInAs(visitor, owner);
    const signedInAt = Math.floor(clock.now() / 1000);
    clock.forward({ minutes: 30 });

    const again = await visitor.visit(`/oauth2/authorize?${authorizeQuery()}`);
    const { body } = await exchange(pool, codeIn(again));

    expect(decodeJwt(String(body.id_token)).auth_time).toBe(signedInAt);
  });

  it('tells a wrong password and an unknown address in the same words', async () => {
    await using pool = await startPool();
    await signUpAndConfirm(pool, owner);
    const visitor = createVisitor(pool);

    const wrong = await signInAs(visitor, owner, { secret: 'Not-the-password-1' });
    const unknown = await signInAs(visitor, 'nobody@example.com');

    for (const { status, html } of [wrong, unknown]) {
      expect(status).toBe(400);
      expect(html).toContain('The e-mail address or the password is wrong.');
    }
    expect(visitor.cookies.has('cognito')).toBe(false);
  });

  it('locks out who guesses', async () => {
    await using pool = await startPool();
    await signUpAndConfirm(pool, owner);
    const visitor = createVisitor(pool);

    for (let guess = 0; guess < 5; guess += 1) await signInAs(visitor, owner, { secret: `Guess-number-${guess}` });
    const { status, html } = await signInAs(visitor, owner);

    expect(status).toBe(400);
    expect(html).toContain('Too many attempts.');
  });

  it('sends who has not confirmed the address to do so', async () => {
    await using pool = await startPool();
    await signUp(pool, owner);
    const visitor = createVisitor(pool);

    const page = await signInAs(visitor, owner);
    const confirmed = await visitor.send(page, { code: await pool.mailedCode(owner) });
    const back = await visitor.send(confirmed, { username: owner, password });

    expect(page.html).toContain('Confirm your address first.');
    expect(confirmed.html).toContain('Your address is confirmed.');
    expect(codeIn(back)).not.toBe('');
  });

  it('asks for an own password after a temporary one', async () => {
    await using pool = await startPool();
    await pool.aws.send(
      new AdminCreateUserCommand({ UserPoolId: poolId, Username: owner, TemporaryPassword: 'Temporary-pass-1' }),
    );
    const visitor = createVisitor(pool);

    const page = await signInAs(visitor, owner, { secret: 'Temporary-pass-1' });
    const weak = await visitor.send(page, { password: 'weak' });
    const back = await visitor.send(weak, { password });

    expect(page.html).toContain('Choose your password');
    expect(weak.html).toContain('The password is too short.');
    expect(codeIn(back)).not.toBe('');
  });
});
