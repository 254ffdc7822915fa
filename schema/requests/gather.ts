import type { Outcome } from './askAgain';
import { maxAtOnce } from './askEach';

export interface Gathering {
  /** The longest that the first item of a batch waits for others. */
  readonly waitMilliseconds: number;
  /** How many more items are about to be asked for; when there are none, the batch is sent without waiting. */
  readonly coming?: () => number;
}

const lookMilliseconds = 10;

/** Batches up to ten items that arrive at about the same time into one request. Each gets its own outcome. */
export const gather = <Item, Answer>(
  askAll: (items: readonly Item[]) => Promise<Outcome<Answer>[]>,
  { waitMilliseconds, coming = () => 1 }: Gathering,
): ((item: Item) => Promise<Answer>) => {
  const waiting: { item: Item; settle: (answer: Promise<Answer>) => void }[] = [];
  const timer: { next?: ReturnType<typeof setTimeout> } = {};
  const send = (): void => {
    clearTimeout(timer.next);
    const batch = waiting.splice(0);
    const outcomes = askAll(batch.map(({ item }) => item));
    batch.forEach(({ settle }, index) => settle(outcomes.then((list) => answerOf(list[index]))));
  };
  const look = (looksLeft: number): void => {
    if (looksLeft <= 0 || coming() === 0) send();
    else timer.next = setTimeout(look, lookMilliseconds, looksLeft - 1);
  };
  return (item) =>
    new Promise((resolve) => {
      waiting.push({ item, settle: resolve });
      if (waiting.length === maxAtOnce) send();
      else if (waiting.length === 1)
        timer.next = setTimeout(look, lookMilliseconds, waitMilliseconds / lookMilliseconds - 1);
    });
};

const answerOf = <Answer>(outcome: Outcome<Answer> | undefined): Answer => {
  if (outcome?.status !== 'fulfilled') throw outcome?.reason;
  return outcome.value;
};
