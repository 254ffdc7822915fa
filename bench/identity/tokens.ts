import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { createTokenVerifier } from '../../local/appsync/auth/verifyToken';
import { median } from '../measureRow';

const checks = 1_000;
const repetitions = 100_000;
const now = Date.UTC(2026, 0, 31);
const userPool = { issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Bench', clientId: 'bench' };

/** Microseconds that node:crypto needs to verify a decoded signature. */
export const bareVerify = async (): Promise<number> => {
  const { publicKey, signatures } = tokens();
  return timeEach(signatures, ({ input, signature }) => {
    if (!verify('RSA-SHA256', input, publicKey, signature)) throw new Error('The signature is a good one.');
  });
};

/** Microseconds to verify an access token for the first time. */
export const checkNewToken = async (): Promise<number> => {
  const { texts, verifyToken } = tokens();
  return timeEach(texts, verifyToken);
};

/** Microseconds to verify an access token again. */
export const checkKnownToken = async (): Promise<number> => {
  const { texts, verifyToken } = tokens();
  const text = texts[0] ?? '';
  await verifyToken(text);
  const start = performance.now();
  for (let turn = 0; turn < repetitions; turn += 1) await verifyToken(text);
  return ((performance.now() - start) * 1000) / repetitions;
};

const timeEach = async <Item>(items: readonly Item[], work: (item: Item) => unknown): Promise<number> => {
  const times: number[] = [];
  for (const item of items) {
    const start = performance.now();
    await work(item);
    times.push(performance.now() - start);
  }
  return median(times) * 1000;
};

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const createToken = (number: number) => {
  const text = `${encode({ kid: 'bench', alg: 'RS256' })}.${encode({
    sub: '5d2f3a1c-8f5e-4c55-9f0a-6d1f0c4e7b21',
    iss: userPool.issuer,
    version: 2,
    client_id: userPool.clientId,
    origin_jti: '0a1f2e3d-1111-4a4a-9b9b-123456789abc',
    event_id: '7b0c9d8e-2222-4a4a-9b9b-123456789abc',
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    auth_time: now / 1000,
    iat: now / 1000,
    exp: now / 1000 + 3600,
    jti: `${number}`,
    username: '5d2f3a1c-8f5e-4c55-9f0a-6d1f0c4e7b21',
  })}`;
  const input = Buffer.from(text);
  const signature = sign('RSA-SHA256', input, privateKey);
  // A flat string, as node:http returns headers: a concatenated one would first have to be flattened by the check.
  const flat = Buffer.from(`${text}.${signature.toString('base64url')}`).toString('latin1');
  return { input, signature, text: flat };
};

const signatures = Array.from({ length: checks }, (_, number) => createToken(number));
const texts = signatures.map(({ text }) => text);

/** The tokens, and a verifier that has seen none of them. */
const tokens = () => {
  const { n, e } = publicKey.export({ format: 'jwk' });
  const keys = { keys: [{ kid: 'bench', kty: 'RSA', alg: 'RS256', use: 'sig', ...(n && { n }), ...(e && { e }) }] };
  return {
    publicKey,
    signatures,
    texts,
    verifyToken: createTokenVerifier({ ...userPool, keys: () => keys, isRevoked: () => false }, () => now),
  };
};
