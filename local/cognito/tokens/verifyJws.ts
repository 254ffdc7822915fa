import type { KeyObject } from 'node:crypto';
import { compactVerify } from 'jose';

/**
 * The payload of a compact JWS if its RS256 signature is valid for the key that `keyOf` returns for its `kid`;
 * undefined otherwise. Keys that the token itself names (`jwk`, `jku`, `x5u`) are ignored.
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
    // jose has an error class for each defect, but the caller treats them all alike.
    return undefined;
  }
};

class UnknownKey extends Error {}
