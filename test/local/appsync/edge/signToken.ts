import { generateKeyPairSync, sign } from 'node:crypto';
import type { JsonWebKeySet } from '../../../../local/appsync/auth/jsonWebKeys';

export const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Notebook';
export const clientId = 'notebookclient';
export const now = Date.parse('2026-11-22T08:00:00Z');

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { n, e } = publicKey.export({ format: 'jwk' });
export const keys: JsonWebKeySet = {
  keys: [{ kid: 'key-1', kty: 'RSA', alg: 'RS256', use: 'sig', ...(n && { n }), ...(e && { e }) }],
};

/** Signs a token as the pool would; `claims` and `header` replace members or (undefined) remove them. */
export const signToken = (
  claims: Readonly<Record<string, unknown>> = {},
  header: Readonly<Record<string, unknown>> = {},
): string => {
  const head = encode({ kid: 'key-1', alg: 'RS256', ...header });
  const body = encode({ ...accessClaims, ...claims });
  const signature = sign('RSA-SHA256', Buffer.from(`${head}.${body}`), privateKey).toString('base64url');
  return `${head}.${body}.${signature}`;
};

/** The claims that turn an access token into an id token. */
export const idClaims = {
  token_use: 'id',
  aud: clientId,
  client_id: undefined,
  username: undefined,
  'cognito:username': 'owner',
  email: 'owner@example.com',
};

const accessClaims = {
  sub: 'a3c1',
  iss: issuer,
  client_id: clientId,
  token_use: 'access',
  scope: 'aws.cognito.signin.user.admin',
  origin_jti: 'origin-1',
  jti: 'jti-1',
  username: 'owner',
  iat: now / 1000 - 60,
  exp: now / 1000 + 3600,
};

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
