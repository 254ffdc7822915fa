import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTokenReader } from '../../../../local/appsync/auth/jsonWebToken';
import vectors from './rs256Vectors.json';

const rows = vectors.groups.flatMap(({ key, rows: cases }) =>
  cases.map(
    ([id, comment, result, token]) => [String(id), String(comment), result === 'valid', String(token), key] as const,
  ),
);

const isSigned = (token: string, key: (typeof rows)[number][4]): boolean => {
  try {
    const findKey = (kid: string) => (kid === key.kid ? createPublicKey({ key, format: 'jwk' }) : undefined);
    return createTokenReader(findKey)(token).isSigned;
  } catch {
    return false;
  }
};

describe('reading a token', () => {
  const valid = rows.find(([, , isValid]) => isValid);
  if (!valid) throw new Error('A vector is valid.');
  const [, , , token, key] = valid;
  const [head = '', body = '', signature = ''] = token.split('.');

  it.each([
    ['letters that base64 has and base64url has not', `${head}.${body}.${signature.replace(/[-_]/, '+')}`],
    ['padding', `${head}.${body}.${signature}==`],
    ['a blank', `${head}.${body}.${signature.slice(0, 9)} ${signature.slice(9)}`],
    ['a fourth part', `${token}.${signature}`],
    ['two parts', `${head}.${body}`],
    [
      'a letter whose last byte is the right one',
      `${token.slice(0, -1)}${String.fromCharCode(0x100 + token.charCodeAt(token.length - 1))}`,
    ],
    ['more bytes than a header can hold', `${head}.${body.padEnd(17_000, 'A')}.${signature}`],
  ])('refuses %s', (_what, text) => {
    expect(isSigned(token, key)).toBe(true);
    expect(isSigned(text, key)).toBe(false);
  });

  it('takes each token for itself, whatever was read before', () => {
    const read = createTokenReader(() => createPublicKey({ key, format: 'jwk' }));

    const first = read(token);
    const second = read(`${head}.${Buffer.from('{"sub":"stranger"}').toString('base64url')}.${signature}`);

    expect([first.isSigned, second.isSigned]).toEqual([true, false]);
    expect(second.readClaims()).toEqual({ sub: 'stranger' });
  });
});

describe('Wycheproof’s RS256 signatures', () => {
  it.each(rows)('%s %s: %s', (_id, comment, isValid, token, key) => {
    // The vector without a payload is a valid JWS but not a JWT.
    expect(isSigned(token, key)).toBe(isValid && comment !== 'emptyPayload');
  });
});
