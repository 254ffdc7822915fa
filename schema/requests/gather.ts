import type { Outcome } from './askAgain';
import { mostAtOnce } from './askEach';

export interface Gathering {
  /** How long the first waits for others at the most. */
  readonly waitMilliseconds: number;
  /** How many are on their way to ask; when nobody is, nobody is waited for. */
  readonly coming?: () => number;
}

const lookMilliseconds = 10;

/** Makes one question of up to ten that come at about the same time. Each is told its own outcome. */
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
      if (waiting.length === mostAtOnce) send();
      else if (waiting.length === 1)
        timer.next = setTimeout(look, lookMilliseconds, waitMilliseconds / lookMilliseconds - 1);
    });
};

const answerOf = <Answer>(outcome: Outcome<Answer> | undefined): Answer => {
  if (outcome?.status !== 'fulfilled') throw outcome?.reason;
  return outcome.value;
};
