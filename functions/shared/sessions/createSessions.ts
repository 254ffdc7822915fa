import type { Credentials } from '../credentials';
import type { AssumeRole } from './assumeRole';

interface Options<Opened> {
  readonly assume: AssumeRole;
  /** Makes what works with a session: it is made once for each. */
  readonly open: (credentials: Credentials) => Opened;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long what a session signs has to hold: the lifetime of a URL. */
  readonly holdsSeconds?: number;
  /** How many people are remembered; who was served longest ago is forgotten first. */
  readonly limit?: number;
}

interface Entry<Opened> {
  readonly opened: Promise<Opened>;
  /** Milliseconds since 1970; for ever while the session is only asked for. */
  endsAt: number;
}

/** Clocks differ, and a request takes its time. */
const marginSeconds = 60;

/**
 * Gives what works in a person's session. A session is kept as long as it holds for what it signs, requests at once share
 * one, and one that could not be had is asked for again by the next request.
 */
export const createSessions = <Opened>(options: Options<Opened>): ((owner: string) => Promise<Opened>) => {
  const { assume, open, now, holdsSeconds = 0, limit = 200 } = options;
  const entries = new Map<string, Entry<Opened>>();

  const begin = (owner: string): Entry<Opened> => {
    const opened = assume(owner).then((session) => {
      entry.endsAt = session.endsAt;
      return open(session.credentials);
    });
    const entry: Entry<Opened> = { opened, endsAt: Infinity };
    opened.catch(() => {
      if (entries.get(owner) === entry) entries.delete(owner);
    });
    return entry;
  };

  const holds = ({ endsAt }: Entry<Opened>): boolean => endsAt - now() >= (holdsSeconds + marginSeconds) * 1000;

  return (owner) => {
    const known = entries.get(owner);
    const entry = known && holds(known) ? known : begin(owner);
    entries.delete(owner); // so that the latest stands last
    entries.set(owner, entry);
    const [oldest] = entries.keys();
    if (entries.size > limit && oldest !== undefined) entries.delete(oldest);
    return entry.opened;
  };
};
