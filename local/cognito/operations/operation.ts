import type { Check } from '../input/check';
import { poolId } from '../input/members';
import { structure, type Members, type Structure } from '../input/structure';
import type { Services } from '../services';
import { requirePool } from '../settings';

/** One operation of the user pool's API. */
export interface Operation {
  /** `public` needs no AWS credentials; `signed` is for administrators, who sign their requests. */
  readonly access: 'public' | 'signed';
  /** Checks the body, then does the work; rejects with a CognitoError for a caller's mistake. */
  readonly answer: (services: Services, body: unknown) => Promise<object>;
}

/** An operation's work on its checked input; it may narrow the type of `services` to those it uses. */
export type Run<M extends Members> = (input: Structure<M>, services: Services) => Promise<object>;

/** A public operation: its input's members, each with its check, and the work that relies on those checks. */
export const operation = <M extends Members>(members: M, run: Run<M>): Operation => {
  const check: Check<Structure<M>> = structure(members);
  return {
    access: 'public',
    answer: async (services, body) => {
      check(body, '');
      return run(body, services);
    },
  };
};

const ofPool = { UserPoolId: poolId };
const checkOfPool: Check<Structure<typeof ofPool>> = structure(ofPool);

/** An operation for administrators. All of them name the pool: `members` are the others. */
export const adminOperation = <M extends Members>(members: M, run: Run<M>): Operation => {
  const check: Check<Structure<M>> = structure(members);
  return {
    access: 'signed',
    answer: async (services, body) => {
      checkOfPool(body, '');
      check(body, '');
      requirePool(services.settings, body.UserPoolId);
      return run(body, services);
    },
  };
};
