import type { Check } from '../input/check';
import { structure, type Members, type Structure } from '../input/structure';
import type { Services } from '../services';

/** One operation of the user pool's API. */
export interface Operation {
  /** `public` needs no AWS credentials; `signed` is for administrators, who sign their requests. */
  readonly access: Access;
  /** Checks the body, then does the work; rejects with a CognitoError for a caller's mistake. */
  readonly answer: (services: Services, body: unknown) => Promise<object>;
}

export type Access = 'public' | 'signed';

/** An operation's work on its checked input; it may narrow the type of `services` to those it uses. */
export type Run<M extends Members> = (input: Structure<M>, services: Services) => Promise<object>;

/** A public operation: its input's members, each with its check, and the work that relies on those checks. */
export const operation = <M extends Members>(input: M, run: Run<M>): Operation => create('public', input, run);

/** An operation for administrators. */
export const adminOperation = <M extends Members>(input: M, run: Run<M>): Operation => create('signed', input, run);

const create = <M extends Members>(access: Access, input: M, run: Run<M>): Operation => {
  const check: Check<Structure<M>> = structure(input);
  return {
    access,
    answer: async (services, body) => {
      check(body, '');
      return run(body, services);
    },
  };
};
