import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyJws } from '../../../../local/cognito/tokens/verifyJws';
import vectors from '../vectors/wycheproofJws.json';

describe.each(vectors.groups)('A checker of RS256 with the vectors of Wycheproof: $comment', ({ key, tests }) => {
  const publicKey = createPublicKey({ key, format: 'jwk' });
  // The pool's key set holds only RS256 keys.
  const keyOf = () => (key.alg === 'RS256' ? publicKey : undefined);

  it.each(tests)('$id $comment: accepted $accepted', async ({ jws, accepted }) => {
    expect((await verifyJws(jws, keyOf)) !== undefined).toBe(accepted);
  });
});

describe('A checker of RS256', () => {
  it('asks for the key by its name, and looks at no key that the token brings', async () => {
    const asked: (string | undefined)[] = [];
    const header = { alg: 'RS256', kid: 'mine', jku: 'http://127.0.0.1:1/', jwk: vectors.groups[0]?.key };
    const token = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.e30.AAAA`;

    const payload = await verifyJws(token, (kid) => {
      asked.push(kid);
      return undefined;
    });
    expect(payload).toBeUndefined();
    expect(asked).toEqual(['mine']);
  });
});
