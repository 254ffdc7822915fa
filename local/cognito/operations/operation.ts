import type { Check } from '../input/check';
import { structure, type Members, type Structure } from '../input/structure';
import type { Services } from '../services';

/** One operation of the user pool's API, whatever its input and output are. */
export interface Operation {
  /** Public operations need no AWS credentials; the others are for administrators, who sign their requests. */
  readonly access: Access;
  /** Checks the body, then does the work; rejects with a CognitoError for a caller's mistake. */
  readonly answer: (services: Services, body: unknown) => Promise<object>;
}

export type Access = 'public' | 'signed';

/** What an operation does with a proven input; it may declare `services` as narrow as what it touches. */
export type Run<M extends Members> = (input: Structure<M>, services: Services) => Promise<object>;

/** An operation for everybody: the members of its input, each with its check, and what may rely on them. */
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
