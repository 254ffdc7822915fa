import type { Credentials } from '../credentials';
import type { Environment } from '../environment';
import { createAssumeRole } from './assumeRole';
import { createSessions } from './createSessions';
import { ownerOf, type Owned } from './owner';

/** Runs a function's work in the session of the person that the event names. */
export const forOwner = <Opened>(
  environment: Environment,
  open: (credentials: Credentials) => Opened,
  holdsSeconds?: number,
) => {
  const now = (): number => Date.now();
  const sessionOf = createSessions({
    assume: createAssumeRole(environment, now),
    open,
    now,
    holdsSeconds,
  });
  return <Event extends object, Answer>(work: (opened: Opened, event: Event) => Promise<Answer>) =>
    async (event: Event & Partial<Owned>): Promise<Answer> =>
      work(await sessionOf(ownerOf(event)), event);
};
