import { parseHexadecimal } from '../srp/numbers';
import type { User } from '../store/rows';
import type { Sealing } from './sealing';
import { simulateUser, type SrpFace } from './simulatedUser';

/** What SRP tells about a user; a simulation where there is no user, or none with a password. */
export const srpFaceOf = (sealing: Pick<Sealing, 'derive'>, login: string, user: User | undefined): SrpFace => {
  const verifier = parseHexadecimal(user?.password?.srpVerifier ?? '');
  return user?.password === undefined || verifier === undefined
    ? simulateUser(sealing, login)
    : { userId: user.id, salt: user.password.srpSalt, verifier };
};
