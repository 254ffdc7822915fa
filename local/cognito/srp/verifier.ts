import { createHash } from 'node:crypto';
import { g, power } from './group';
import { bytesOf, numberOf, parseHexadecimal } from './numbers';

/** The owner of a password: SRP hashes the pool's name (the id after `_`) and the user's id along with it. */
export interface SrpIdentity {
  readonly poolName: string;
  readonly userId: string;
}

/** SRP's `v` = g ^ x, hexadecimal: it verifies a password, but cannot be used to sign in. */
export const createVerifier = (identity: SrpIdentity, password: string, salt: string): string =>
  power(g, privateKey(identity, password, salt)).toString(16);

/** SRP's `x`: H(salt | H(pool | user | ":" | password)), the salt read as a number. */
const privateKey = ({ poolName, userId }: SrpIdentity, password: string, salt: string): bigint => {
  const inner = createHash('sha256').update(`${poolName}${userId}:${password}`).digest();
  return numberOf(
    createHash('sha256')
      .update(bytesOf(parseHexadecimal(salt) ?? 0n))
      .update(inner)
      .digest(),
  );
};
