import { describe, expect, it } from 'vitest';
import { startPool } from '../startPool';
import { authorizeQuery, callbackUrl, createProofKey, createVisitor } from './visitor';

const challenge = createProofKey().challenge;

describe('The authorize endpoint', () => {
  it.each([
    { what: 'another client', query: authorizeQuery({ client_id: 'another000000000000000000' }) },
    { what: 'no client', query: authorizeQuery({ client_id: undefined }) },
    { what: 'no address', query: authorizeQuery({ redirect_uri: undefined }) },
    { what: 'another address', query: authorizeQuery({ redirect_uri: 'https://evil.example' }) },
    {
      what: 'an address that begins like ours',
      query: authorizeQuery({ redirect_uri: `${callbackUrl}.evil.example` }),
    },
    { what: 'a path below ours', query: authorizeQuery({ redirect_uri: `${callbackUrl}/../evil` }) },
    { what: 'our address with a slash', query: authorizeQuery({ redirect_uri: `${callbackUrl}/` }) },
    { what: 'our address in capitals', query: authorizeQuery({ redirect_uri: callbackUrl.toUpperCase() }) },
    { what: 'a script for an address', query: authorizeQuery({ redirect_uri: 'javascript:alert(1)' }) },
    { what: 'two addresses', query: `${authorizeQuery()}&redirect_uri=https://evil.example` },
    { what: 'two clients', query: `${authorizeQuery()}&client_id=another` },
  ])('never redirects for $what', async ({ query }) => {
    await using pool = await startPool();
    const visitor = createVisitor(pool);

    for (const path of ['/oauth2/authorize', '/login', '/signup', '/confirm', '/forgotPassword']) {
      const { status, location, html } = await visitor.visit(`${path}?${query}`);
      expect(status).toBe(400);
      expect(location).toBeUndefined();
      expect(html).toContain('This did not work');
    }
  });

  it.each([
    { what: 'no response type', changes: { response_type: undefined }, error: 'invalid_request' },
    { what: 'tokens without a code', changes: { response_type: 'token' }, error: 'unsupported_response_type' },
    { what: 'a scope that is not allowed', changes: { scope: 'openid admin' }, error: 'invalid_scope' },
    { what: "the API's own scope", changes: { scope: 'aws.cognito.signin.user.admin' }, error: 'invalid_scope' },
    { what: 'a challenge without its method', changes: { code_challenge: challenge }, error: 'invalid_request' },
    { what: 'a method without challenge', changes: { code_challenge_method: 'S256' }, error: 'invalid_request' },
    {
      what: 'a plain challenge',
      changes: { code_challenge: challenge, code_challenge_method: 'plain' },
      error: 'invalid_request',
    },
    {
      what: 'a challenge that is no hash',
      changes: { code_challenge: 'short', code_challenge_method: 'S256' },
      error: 'invalid_request',
    },
    { what: 'another identity provider', changes: { identity_provider: 'Google' }, error: 'invalid_request' },
  ])('tells the client of $what, with its state', async ({ changes, error }) => {
    await using pool = await startPool();

    const { status, location } = await createVisitor(pool).visit(`/oauth2/authorize?${authorizeQuery(changes)}`);

    expect(status).toBe(302);
    expect(location?.origin).toBe(callbackUrl);
    expect(location?.searchParams.get('error')).toBe(error);
    expect(location?.searchParams.get('error_description')).toEqual(expect.any(String));
    expect(location?.searchParams.get('state')).toBe('state-of-the-client');
    expect(location?.searchParams.has('code')).toBe(false);
  });

  it('tells of a parameter that is there twice, and repeats no state that is', async () => {
    await using pool = await startPool();
    const visitor = createVisitor(pool);

    const scopes = await visitor.visit(`/oauth2/authorize?${authorizeQuery()}&scope=openid`);
    const states = await visitor.visit(`/oauth2/authorize?${authorizeQuery()}&state=other`);

    for (const { location } of [scopes, states]) expect(location?.searchParams.get('error')).toBe('invalid_request');
    expect(states.location?.searchParams.has('state')).toBe(false);
  });

  it("takes Amplify's parameters along to the login page", async () => {
    await using pool = await startPool();
    const query = authorizeQuery({ identity_provider: 'COGNITO', lang: 'en', login_hint: 'owner@example.com' });
    const visitor = createVisitor(pool);

    const { location } = await visitor.visit(`/oauth2/authorize?${query}`);
    const { html } = await visitor.visit(`${location?.pathname ?? ''}${location?.search ?? ''}`);

    expect(location?.search).toBe(`?${query}`);
    expect(html).toContain('value="owner@example.com"');
  });
});
