import type { KeyObject } from 'node:crypto';
import { compactVerify } from 'jose';

/**
 * The payload of a compact JWS, if RS256 and the key that `keyOf` gives for its `kid` say it is sound; undefined
 * otherwise. Keys that the token brings along (`jwk`, `jku`, `x5u`) are never looked at.
 */
export const verifyJws = async (
  token: string,
  keyOf: (kid: string | undefined) => KeyObject | undefined,
): Promise<Uint8Array | undefined> => {
  try {
    const { payload } = await compactVerify(
      token,
      ({ kid }) => {
        const key = keyOf(kid);
        if (key === undefined) throw new UnknownKey();
        return key;
      },
      { algorithms: ['RS256'] },
    );
    return payload;
  } catch {
    // Whatever is wrong with it (and jose has a class for each case), the caller's answer is the same.
    return undefined;
  }
};

class UnknownKey extends Error {}
