import type { Credentials } from '../credentials';
import type { AssumeRole } from './assumeRole';

interface Options<Opened> {
  readonly assume: AssumeRole;
  /** Creates what works with a session's credentials; called once per session. */
  readonly open: (credentials: Credentials) => Opened;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long what a session signs must stay valid: the lifetime of a URL. */
  readonly holdsSeconds?: number;
  /** How many people's sessions are cached; the least recently used is evicted first. */
  readonly limit?: number;
}

interface Entry<Opened> {
  readonly opened: Promise<Opened>;
  /** Milliseconds since 1970; Infinity until STS has granted the session. */
  endsAt: number;
}

/** Allows for clock skew and the duration of a request. */
const marginSeconds = 60;

/**
 * Returns what works in a person's session. A session is reused as long as what it signs stays valid, concurrent
 * requests share one, and after a failure the next request asks again.
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
    entries.delete(owner); // reinserted, so that the most recently used is last
    entries.set(owner, entry);
    const [oldest] = entries.keys();
    if (entries.size > limit && oldest !== undefined) entries.delete(oldest);
    return entry.opened;
  };
};
