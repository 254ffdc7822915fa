import { AnswerLost } from './errors';

export type Outcome<Answer> = PromiseSettledResult<Answer>;

/**
 * Sends one request for many items, then again for those whose answers were lost because another item was refused.
 * Each round drops the items refused in the last one, so it ends, usually with the second round.
 */
export const askAgain = async <Item, Answer>(
  items: readonly Item[],
  ask: (items: readonly Item[]) => Promise<Outcome<Answer>[]>,
): Promise<Outcome<Answer>[]> => {
  const outcomes = await ask(items);
  const lost = items.filter((_, index) => isLost(outcomes[index]));
  if (lost.length === 0 || lost.length === items.length) return outcomes;
  const found = (await askAgain(lost, ask)).values();
  return outcomes.map((outcome) => (isLost(outcome) ? (found.next().value ?? outcome) : outcome));
};

const isLost = (outcome: Outcome<unknown> | undefined): boolean =>
  outcome?.status === 'rejected' && outcome.reason instanceof AnswerLost;
