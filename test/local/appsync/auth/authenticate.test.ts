import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { giving, notebook } from '../edge/notebook';
import { clientId, idClaims, issuer, keys, now, signToken } from '../edge/signToken';
import { startApi } from '../edge/startApi';

const parts = notebook({
  schema: 'type Query { me: AWSJSON }',
  resolvers: { 'Query.me': giving('ctx.identity') },
});
const serving = startApi(parts, {}, afterAll);
const seconds = now / 1000;

const askWith = async (headers: Record<string, string>) => {
  const { send } = await serving;
  return send({ method: 'POST', body: '{"query":"{ me }"}', headers });
};

const withSignatureOf = (header: object, signature: string) =>
  `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${signToken().split('.')[1]}.${signature}`;

const signedByStranger = (header: object) => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const input = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${signToken().split('.')[1]}`;
  return `${input}.${sign('RSA-SHA256', Buffer.from(input), privateKey).toString('base64url')}`;
};

describe('a caller', () => {
  it.each([
    ['an access token, as Amplify sends it', signToken()],
    ['an access token with Bearer', `Bearer ${signToken()}`],
    ['an id token, as Apollo users send it', signToken(idClaims)],
  ])('is let in with %s', async (_what, authorization) => {
    const { status, body } = await askWith({ authorization });

    expect(status).toBe(200);
    expect(JSON.parse(Object(body.data).me)).toMatchObject({ sub: 'a3c1', username: 'owner', groups: null });
  });

  it('brings their groups', async () => {
    const { body } = await askWith({ authorization: signToken({ 'cognito:groups': ['editors'] }) });

    expect(JSON.parse(Object(body.data).me)).toMatchObject({
      groups: ['editors'],
      claims: { 'cognito:groups': ['editors'] },
    });
  });
});

describe('a stranger', () => {
  const notProvided = 'Valid authorization header not provided.';
  const unparseable = 'Unable to parse JWT token.';
  const expired = 'Token has expired.';
  const refused = 'You are not authorized to make this call.';
  const [head, body, signature] = signToken().split('.');

  it.each([
    ['no header', {}, notProvided],
    ['an empty header', { authorization: ' ' }, notProvided],
    ['garbage', { authorization: 'garbage' }, unparseable],
    ['three parts of garbage', { authorization: 'a.b.c' }, unparseable],
    ['a fourth part', { authorization: `${signToken()}.x` }, unparseable],
    ['padding', { authorization: `${head}=.${body}.${signature}` }, unparseable],
    ['no signature', { authorization: `${head}.${body}.` }, unparseable],
    [
      'a changed body',
      { authorization: `${head}.${Buffer.from('{"sub":"x"}').toString('base64url')}.${signature}` },
      refused,
    ],
    [
      'a body that is no object',
      { authorization: `${head}.${Buffer.from('[]').toString('base64url')}.${signature}` },
      unparseable,
    ],
    [
      'a body that is not UTF-8',
      { authorization: `${head}.${Buffer.from([0xc3, 0x28]).toString('base64url')}.${signature}` },
      unparseable,
    ],
    ['an expired token', { authorization: signToken({ exp: seconds }) }, expired],
    ['a token without an end', { authorization: signToken({ exp: undefined }) }, refused],
    ['a token of tomorrow', { authorization: signToken({ nbf: seconds + 60 }) }, refused],
    ['a token of another pool', { authorization: signToken({ iss: 'https://example.com' }) }, refused],
    ['a token of another client', { authorization: signToken({ client_id: 'other' }) }, refused],
    ['an id token of another client', { authorization: signToken({ ...idClaims, aud: 'other' }) }, refused],
    [
      'an id token for several clients',
      { authorization: signToken({ ...idClaims, aud: ['notebookclient'] }) },
      refused,
    ],
    [
      'an id token that names its client as an access token does',
      { authorization: signToken({ token_use: 'id' }) },
      refused,
    ],
    ['a token for another use', { authorization: signToken({ token_use: 'refresh' }) }, refused],
    ['a token without a subject', { authorization: signToken({ sub: undefined }) }, refused],
    ['an unknown key', { authorization: signToken({}, { kid: 'key-2' }) }, refused],
    ['no key', { authorization: signToken({}, { kid: undefined }) }, refused],
    ['alg none', { authorization: withSignatureOf({ kid: 'key-1', alg: 'none' }, 'AA') }, refused],
    ['alg HS256', { authorization: signToken({}, { alg: 'HS256' }) }, refused],
    ['alg RS512', { authorization: signToken({}, { alg: 'RS512' }) }, refused],
    ['a critical extension', { authorization: signToken({}, { crit: ['exp'] }) }, refused],
    [
      'a key of its own in the header',
      { authorization: signedByStranger({ alg: 'RS256', jwk: { kty: 'RSA' } }) },
      refused,
    ],
    [
      'a link to its own keys',
      { authorization: signedByStranger({ alg: 'RS256', kid: 'key-1', jku: 'http://127.0.0.1:9/' }) },
      refused,
    ],
    ['an API key', { 'x-api-key': 'da2-abc' }, notProvided],
  ])('is refused with %s', async (_what, headers, message) => {
    const answer = await askWith({ ...headers });

    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-amzn-errortype')).toBe('UnauthorizedException');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.body).toEqual({ errors: [{ errorType: 'UnauthorizedException', message }] });
  });
});

describe('a token that passed', () => {
  it('does not vouch for another with the same signature', async () => {
    const [head, , signature] = signToken().split('.');
    const claims = Buffer.from(JSON.stringify({ ...idClaims, sub: 'stranger' })).toString('base64url');

    const owner = await askWith({ authorization: `${head}.${signToken().split('.')[1]}.${signature}` });
    const forged = await askWith({ authorization: `${head}.${claims}.${signature}` });
    const ownerAgain = await askWith({ authorization: signToken() });

    expect([owner.status, forged.status, ownerAgain.status]).toEqual([200, 401, 200]);
  });

  it('is refused once it has expired, and once it is revoked', async () => {
    const moment = { ms: now };
    const revoked = new Set<string>();
    const { ask } = await startApi(parts, {
      clock: () => moment.ms,
      userPool: {
        issuer,
        clientId,
        keys: () => keys,
        isRevoked: (origin) => revoked.has(origin),
      },
    });
    expect((await ask('{ me }')).status).toBe(200);

    revoked.add('origin-1');
    const afterRevocation = await ask('{ me }');
    revoked.clear();
    moment.ms += 3_600_000;
    const afterExpiry = await ask('{ me }');

    expect(afterRevocation.body.errors?.[0]?.message).toBe('You are not authorized to make this call.');
    expect(afterExpiry.body.errors?.[0]?.message).toBe('Token has expired.');
  });
});

describe('an API key', () => {
  const open = () =>
    startApi(
      notebook({
        schema: `type Query { me: AWSJSON @aws_api_key  mine: String  ours: String @aws_cognito_user_pools @aws_api_key
          editors: String @aws_auth(cognito_groups: ["editors"]) @aws_api_key }`,
        resolvers: {
          'Query.me': giving('({ identity: ctx.identity, authType: util.authType() })'),
          'Query.mine': giving("'mine'"),
          'Query.ours': giving("'ours'"),
          'Query.editors': giving("'editors'"),
        },
      }),
      { apiKeys: { 'da2-valid': seconds + 1, 'da2-expired': seconds } },
    );

  it('opens what is marked for it, with no identity', async () => {
    const { send } = await open();

    const { body } = await send({
      method: 'POST',
      body: '{"query":"{ me mine ours editors }"}',
      headers: { 'x-api-key': 'da2-valid' },
    });

    expect(JSON.parse(Object(body.data).me)).toEqual({ identity: null, authType: 'API Key Authorization' });
    expect(body.data).toMatchObject({ mine: null, ours: 'ours', editors: 'editors' });
    expect(body.errors).toMatchObject([
      { errorType: 'Unauthorized', message: 'Not Authorized to access mine on type Query' },
    ]);
  });

  it.each(['da2-expired', 'da2-unknown', '__proto__', ''])('%j is refused', async (key) => {
    const { send } = await open();

    const answer = await send({ method: 'POST', body: '{"query":"{ me }"}', headers: { 'x-api-key': key } });

    expect(answer.status).toBe(401);
    expect(answer.body.errors).toEqual([
      { errorType: 'UnauthorizedException', message: 'You are not authorized to make this call.' },
    ]);
  });

  it('does not help where the API has none', async () => {
    const answer = await askWith({ 'x-api-key': 'da2-valid' });

    expect(answer.body.errors?.[0]?.message).toBe('Valid authorization header not provided.');
  });

  it('gives way to a token', async () => {
    const { ask } = await open();

    const { body } = await ask('{ me mine }', undefined, { 'x-api-key': 'da2-valid' });

    expect(body.data).toEqual({ me: null, mine: 'mine' });
  });
});
