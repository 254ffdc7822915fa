import {
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { assertIsJwks } from 'aws-jwt-verify/jwk';
import { safeJsonParse } from 'aws-jwt-verify/safe-json-parse';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createClock } from './clock';
import { join, owner, signIn } from './people';
import { clientId, poolId, startPool, type RunningPool } from './startPool';

const getUser = (pool: RunningPool, AccessToken: string) => pool.aws.send(new GetUserCommand({ AccessToken }));

const refresh = (pool: RunningPool, RefreshToken: string, ClientId = clientId) =>
  pool.aws.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }));

const refusedAs = (message: string) => ({ name: 'NotAuthorizedException', message });

describe('Tokens', () => {
  it.each(['access', 'id'] as const)('are accepted by aws-jwt-verify: %s', async (tokenUse) => {
    await using pool = await startPool();
    const sub = await join(pool, owner);
    const tokens = await signIn(pool, owner);
    const verifier = CognitoJwtVerifier.create({ userPoolId: poolId, clientId, tokenUse });
    const keySet = await fetch(`${pool.url}/${poolId}/.well-known/jwks.json`);
    const jwks = safeJsonParse(await keySet.text());
    assertIsJwks(jwks);
    verifier.cacheJwks(jwks);

    const payload = await verifier.verify(tokenUse === 'access' ? tokens.accessToken : tokens.idToken);
    expect(payload.sub).toBe(sub);
  });

  it('carry the claims of Cognito, and no others', async () => {
    await using pool = await startPool();
    const sub = await join(pool, owner);
    const tokens = await signIn(pool, owner);
    const [access, id] = [decodeJwt(tokens.accessToken), decodeJwt(tokens.idToken)];

    expect(decodeProtectedHeader(tokens.accessToken)).toEqual({ alg: 'RS256', kid: pool.userPool.keys().keys[0]?.kid });
    const shared = ['auth_time', 'event_id', 'exp', 'iat', 'iss', 'jti', 'origin_jti', 'sub', 'token_use'];
    expect(Object.keys(access).sort()).toEqual([...shared, 'client_id', 'scope', 'username'].sort());
    expect(Object.keys(id).sort()).toEqual([...shared, 'aud', 'cognito:username', 'email', 'email_verified'].sort());
    expect(access).toMatchObject({
      iss: `https://cognito-idp.us-east-1.amazonaws.com/${poolId}`,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      client_id: clientId,
      username: sub,
    });
    expect(id).toMatchObject({
      token_use: 'id',
      aud: clientId,
      'cognito:username': sub,
      email: owner,
      email_verified: true,
      origin_jti: access.origin_jti,
      event_id: access.event_id,
      auth_time: access.auth_time,
    });
    expect(id.jti).not.toBe(access.jti);
  });

  it('live as long as the description says', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now, client: { accessTokenMinutes: 10, idTokenMinutes: 5 } });
    await join(pool, owner);
    const { accessToken, idToken } = await signIn(pool, owner);
    const lifetime = (token: string) => (decodeJwt(token).exp ?? 0) - (decodeJwt(token).iat ?? 0);

    expect([lifetime(accessToken), lifetime(idToken)]).toEqual([600, 300]);
    clock.forward({ minutes: 10 });
    await expect(getUser(pool, accessToken)).rejects.toMatchObject(refusedAs('Access Token has expired'));
  });
});

describe('GetUser', () => {
  it('answers the attributes that the client may read', async () => {
    await using pool = await startPool({ client: { readAttributes: ['email'] } });
    const sub = await join(pool, owner);

    const user = await getUser(pool, (await signIn(pool, owner)).accessToken);
    expect(user.Username).toBe(sub);
    expect(user.UserAttributes).toEqual([
      { Name: 'sub', Value: sub },
      { Name: 'email', Value: owner },
    ]);
  });

  it('refuses every token but a sound access token of its own', async () => {
    await using pool = await startPool();
    await using another = await startPool();
    await join(pool, owner);
    await join(another, owner);
    const { accessToken, idToken } = await signIn(pool, owner);
    const [header, payload] = accessToken.split('.');
    const publicKey = JSON.stringify(pool.userPool.keys().keys[0]);
    const claims = decodeJwt(accessToken);
    const kid = String(decodeProtectedHeader(accessToken).kid);
    const forged = [
      'garbage',
      'a.b.c',
      idToken,
      (await signIn(another, owner)).accessToken,
      `${header}.${payload}.`,
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`,
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).sign(Buffer.from(publicKey)),
    ];

    for (const token of forged) {
      await expect(getUser(pool, token)).rejects.toMatchObject(refusedAs('Invalid Access Token'));
    }
  });
});

describe('Refresh tokens', () => {
  it('give new access and id tokens, both ways', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { refreshToken, accessToken } = await signIn(pool, owner);

    const classic = await pool.aws.send(
      new InitiateAuthCommand({
        ClientId: clientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: refreshToken },
      }),
    );
    const modern = await refresh(pool, refreshToken);
    for (const { AuthenticationResult: result } of [classic, modern]) {
      expect(result).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 });
      expect(result?.RefreshToken).toBeUndefined();
      expect(decodeJwt(result?.AccessToken ?? '').origin_jti).toBe(decodeJwt(accessToken).origin_jti);
    }
  });

  it('work for the client they were given to, and until they expire', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await join(pool, owner);
    const { refreshToken } = await signIn(pool, owner);

    await expect(refresh(pool, refreshToken, 'somebodyelse00000000000000')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(refresh(pool, 'garbage')).rejects.toMatchObject(refusedAs('Invalid Refresh Token'));
    clock.forward({ hours: 5 * 24 });
    await expect(refresh(pool, refreshToken)).rejects.toMatchObject(refusedAs('Refresh Token has expired'));
  });
});

describe('RevokeToken', () => {
  it('ends a sign-in: its refresh token and its access tokens', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const [here, elsewhere] = [await signIn(pool, owner), await signIn(pool, owner)];

    await pool.aws.send(new RevokeTokenCommand({ ClientId: clientId, Token: here.refreshToken }));
    await expect(refresh(pool, here.refreshToken)).rejects.toMatchObject(refusedAs('Refresh Token has been revoked'));
    await expect(getUser(pool, here.accessToken)).rejects.toMatchObject(refusedAs('Access Token has been revoked'));
    await getUser(pool, elsewhere.accessToken);
  });

  it('refuses an access token by its type, and is silent about an unknown token', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);
    const revoke = (Token: string) => pool.aws.send(new RevokeTokenCommand({ ClientId: clientId, Token }));

    await expect(revoke(accessToken)).rejects.toMatchObject({ name: 'UnsupportedTokenTypeException' });
    await revoke('unknown');
  });
});

describe('GlobalSignOut', () => {
  it('ends every sign-in of the user', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const [here, elsewhere] = [await signIn(pool, owner), await signIn(pool, owner)];

    await pool.aws.send(new GlobalSignOutCommand({ AccessToken: here.accessToken }));
    for (const { accessToken, refreshToken } of [here, elsewhere]) {
      await expect(getUser(pool, accessToken)).rejects.toMatchObject(refusedAs('Access Token has been revoked'));
      await expect(refresh(pool, refreshToken)).rejects.toMatchObject(refusedAs('Refresh Token has been revoked'));
    }
  });
});

describe('Keys', () => {
  it('rotate: new tokens have the new key, old tokens stay good while they live', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await join(pool, owner);
    const old = await signIn(pool, owner);

    clock.forward({ minutes: 10 });
    const kid = await pool.userPool.rotateKeys();
    const fresh = await signIn(pool, owner);
    expect(decodeProtectedHeader(fresh.accessToken).kid).toBe(kid);
    expect(pool.userPool.keys().keys).toHaveLength(2);
    await getUser(pool, old.accessToken);
    clock.forward({ minutes: 60 });
    expect(pool.userPool.keys().keys.map((key) => key.kid)).toEqual([kid]);
  });
});
