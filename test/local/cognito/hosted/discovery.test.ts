import { describe, expect, it } from 'vitest';
import { poolId, startPool } from '../startPool';

describe('The openid-configuration', () => {
  it('points to endpoints that are there, and keeps the real issuer', async () => {
    await using pool = await startPool();

    const response = await fetch(`${pool.url}/${poolId}/.well-known/openid-configuration`);
    const document: Readonly<Record<string, unknown>> = JSON.parse(await response.text());

    expect(document).toMatchObject({
      issuer: `https://cognito-idp.us-east-1.amazonaws.com/${poolId}`,
      authorization_endpoint: `${pool.url}/oauth2/authorize`,
      token_endpoint: `${pool.url}/oauth2/token`,
      userinfo_endpoint: `${pool.url}/oauth2/userInfo`,
      revocation_endpoint: `${pool.url}/oauth2/revoke`,
      end_session_endpoint: `${pool.url}/logout`,
    });
    for (const [name, method] of [
      ['authorization_endpoint', 'GET'],
      ['token_endpoint', 'POST'],
      ['userinfo_endpoint', 'GET'],
      ['revocation_endpoint', 'POST'],
      ['end_session_endpoint', 'GET'],
    ] as const) {
      const answer = await fetch(String(document[name]), { method, redirect: 'manual' });
      expect(answer.status, name).not.toBe(404);
    }
  });
});
