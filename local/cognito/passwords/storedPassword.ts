import { randomBytes, scrypt, timingSafeEqual, type BinaryLike } from 'node:crypto';
import { promisify } from 'node:util';
import { createVerifier, type SrpIdentity } from '../srp/verifier';
import type { StoredPassword } from '../store/rows';

const cost = 2 ** 14;
const hashBytes = 32;

/** What is stored of a password: a verifier for SRP, and a hash for sign-in with the password itself. */
export const createStoredPassword = async (identity: SrpIdentity, password: string): Promise<StoredPassword> => {
  const srpSalt = randomBytes(16).toString('hex');
  const scryptSalt = randomBytes(16);
  return {
    srpSalt,
    srpVerifier: createVerifier(identity, password, srpSalt),
    scryptSalt: scryptSalt.toString('base64'),
    scryptHash: (await hash(password, scryptSalt, cost)).toString('base64'),
    scryptCost: cost,
  };
};

/** Whether the password is the stored one. Takes just as long if there is none, as for an unknown user. */
export const isPasswordOf = async (stored: StoredPassword | undefined, password: string): Promise<boolean> => {
  const salt = Buffer.from(stored?.scryptSalt ?? 'AAAAAAAAAAAAAAAAAAAAAA==', 'base64');
  const actual = await hash(password, salt, stored?.scryptCost ?? cost);
  const expected = Buffer.from(stored?.scryptHash ?? '', 'base64');
  return expected.length === actual.length && timingSafeEqual(expected, actual);
};

const derive = promisify<BinaryLike, BinaryLike, number, { N: number }, Buffer>(scrypt);

const hash = (password: string, salt: Buffer, N: number) => derive(password, salt, hashBytes, { N });
