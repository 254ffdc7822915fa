import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import type { Change } from '../store/collection';
import type { PoolStore } from '../store/poolStore';
import type { Letter } from '../store/rows';

/** The messages that a real pool would e-mail. */
export interface Mailbox {
  /** The changes that deliver a message and drop the oldest ones beyond the mailbox's capacity. */
  readonly deliver: (message: Message) => readonly Change[];
  /** Newest first. */
  readonly list: () => readonly Letter[];
  /** The newest message to an address, ignoring case. */
  readonly latest: (address: string) => Letter | undefined;
}

export type Message = Pick<Letter, 'to' | 'subject' | 'code'>;

export interface MailboxOptions {
  readonly store: Pick<PoolStore, 'letters'>;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

const capacity = 500;

export const createMailbox = ({ store, clock, log }: MailboxOptions): Mailbox => {
  const list = () => store.letters.all().toReversed();
  return {
    list,
    latest: (address) => list().find((letter) => letter.to.toLowerCase() === address.toLowerCase()),
    deliver: (message) => {
      const letter = { ...message, id: randomUUID(), sentAt: clock() };
      const surplus = list().slice(capacity - 1);
      const arrive = store.letters.put(letter);
      const announced = {
        entry: arrive.entry,
        apply: () => {
          arrive.apply();
          log(`Message to ${letter.to}: ${letter.subject}: ${letter.code}`);
        },
      };
      return [announced, ...surplus.map(({ id }) => store.letters.remove(id))];
    },
  };
};
