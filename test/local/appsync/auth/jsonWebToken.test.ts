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
    const { kid, isRs256, isSignedBy } = createTokenReader()(token);
    return isRs256 && kid === key.kid && isSignedBy(createPublicKey({ key, format: 'jwk' }));
  } catch {
    return false;
  }
};

describe('Wycheproof’s RS256 signatures', () => {
  it.each(rows)('%s %s: %s', (_id, comment, isValid, token, key) => {
    // The vector without a payload is a valid JWS, but no JWT.
    expect(isSigned(token, key)).toBe(isValid && comment !== 'emptyPayload');
  });
});
