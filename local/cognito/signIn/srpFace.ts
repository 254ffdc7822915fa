import { parseHexadecimal } from '../srp/numbers';
import type { User } from '../store/rows';
import type { Sealing } from './sealing';
import { simulateUser, type SrpFace } from './simulatedUser';

/** The SRP data of a user; simulated if there is no user or the user has no password. */
export const srpFaceOf = (sealing: Pick<Sealing, 'derive'>, login: string, user: User | undefined): SrpFace => {
  const verifier = parseHexadecimal(user?.password?.srpVerifier ?? '');
  return user?.password === undefined || verifier === undefined
    ? simulateUser(sealing, login)
    : { userId: user.id, salt: user.password.srpSalt, verifier };
};
