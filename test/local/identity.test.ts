import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { deleteUser, fetchAuthSession, signOut } from 'aws-amplify/auth';
import { afterAll, describe, expect, it } from 'vitest';
import { startMemoryTwin } from '../../local/startMemoryTwin';
import { signUpActor } from '../contract/signUpActor';

const running = startMemoryTwin(process.pid);
afterAll(async () => (await running).close());

const ask = async (authorization: string) => {
  const { endpoints } = await running;
  const answer = await fetch(endpoints.graphql, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  });
  return { status: answer.status, errorType: answer.headers.get('x-amzn-errortype'), body: await answer.json() };
};

/** Signs a new person up and in with Amplify; returns both tokens. */
const join = async (username: string) => {
  await signUpActor((await running).endpoints, username);
  const { tokens } = await fetchAuthSession();
  return { access: String(tokens?.accessToken), id: String(tokens?.idToken) };
};

const welcome = { status: 200, errorType: null, body: { data: { __typename: 'Query' } } };
const refusal = {
  status: 401,
  errorType: 'UnauthorizedException',
  body: {
    errors: [{ errorType: 'UnauthorizedException', message: 'You are not authorized to make this call.' }],
  },
};

describe('Somebody who signed in', () => {
  const administrator = async () => {
    const { endpoints, developer } = await running;
    return new CognitoIdentityProviderClient({
      endpoint: endpoints.userPool,
      region: endpoints.region,
      credentials: developer,
    });
  };
  const person = async (Username: string) => ({ UserPoolId: (await running).endpoints.userPoolId, Username });

  it.each([
    { when: 'they have signed out', end: () => signOut() },
    { when: 'they have signed out everywhere', end: () => signOut({ global: true }) },
    { when: 'they have deleted themselves', end: () => deleteUser() },
    {
      when: 'an administrator has signed them out',
      end: async (name: string) => (await administrator()).send(new AdminUserGlobalSignOutCommand(await person(name))),
    },
    {
      when: 'an administrator has disabled them',
      end: async (name: string) => (await administrator()).send(new AdminDisableUserCommand(await person(name))),
    },
    {
      when: 'an administrator has deleted them',
      end: async (name: string) => (await administrator()).send(new AdminDeleteUserCommand(await person(name))),
    },
  ])('is let in with either token, and with neither once $when', async ({ when, end }) => {
    const username = `${when.replaceAll(' ', '-')}@example.com`;
    const { access, id } = await join(username);
    const before = [await ask(access), await ask(id)];

    await end(username);

    expect(before).toEqual([welcome, welcome]);
    expect([await ask(access), await ask(id)]).toEqual([refusal, refusal]);
  });
});

describe('Somebody who forges', () => {
  const signingKey = async () => {
    const { userPool, userPoolId } = (await running).endpoints;
    const answer = await fetch(`${userPool}/${userPoolId}/.well-known/jwks.json`);
    const { keys }: { keys: { kid: string; kty: string; n: string; e: string }[] } = JSON.parse(await answer.text());
    return keys[0] ?? { kid: '', kty: '', n: '', e: '' };
  };
  const forger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificateChain = [forger.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')];
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = (input: string, signature: Buffer) => `${input}.${signature.toString('base64url')}`;
  const withOwnKey = (input: string) => signed(input, sign('RSA-SHA256', Buffer.from(input), forger.privateKey));
  const withSecret = (secret: string | Buffer) => (input: string) =>
    signed(input, createHmac('sha256', secret).update(input).digest());

  it.each([
    { with: 'a key of their own under the name of ours', header: {} },
    { with: 'a key of their own under its own name', header: { kid: 'forged' } },
    { with: 'a key of their own in the header', header: { jwk: forger.publicKey.export({ format: 'jwk' }) } },
    { with: 'a link to their own keys', header: { jku: 'http://127.0.0.1:9/jwks.json' } },
    { with: 'a link to their own certificate', header: { x5u: 'http://127.0.0.1:9/chain.pem' } },
    { with: 'their own certificate', header: { x5c: certificateChain } },
  ])('is refused with $with', async ({ with: what, header }) => {
    const { access } = await join(`${what.replaceAll(' ', '-')}@example.com`);
    const { kid } = await signingKey();
    const [, claims] = access.split('.');

    expect(await ask(withOwnKey(`${encode({ kid, alg: 'RS256', ...header })}.${claims}`))).toEqual(refusal);
  });

  it('is refused with HS256 and our public key, in any of its forms, as the secret', async () => {
    const { access } = await join('public-key-as-secret@example.com');
    const { kid, kty, n, e } = await signingKey();
    const [, claims] = access.split('.');
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
    const input = `${encode({ kid, alg: 'HS256' })}.${claims}`;
    const secrets = [
      key.export({ type: 'spki', format: 'pem' }),
      key.export({ type: 'spki', format: 'der' }),
      key.export({ type: 'pkcs1', format: 'pem' }),
      n,
      Buffer.from(n, 'base64url'),
    ];

    const answers = await Promise.all(secrets.map((secret) => ask(withSecret(secret)(input))));

    expect(answers).toEqual(secrets.map(() => refusal));
  });

  it('is refused with a token that another pool of the same name issued', async () => {
    const other = await startMemoryTwin(process.pid);
    try {
      await signUpActor(other.endpoints, 'elsewhere@example.com');
      const { tokens } = await fetchAuthSession();

      expect(await ask(String(tokens?.accessToken))).toEqual(refusal);
    } finally {
      await other.close();
    }
  });
});
