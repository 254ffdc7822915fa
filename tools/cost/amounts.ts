import { prices, type Amounts, type PriceId } from './prices';

const isPriceId = (id: string): id is PriceId => Object.hasOwn(prices, id);

/** What is used, each with its price's id, in the order of the price list. */
export const entriesOf = (amounts: Amounts): readonly (readonly [PriceId, number])[] =>
  Object.keys(prices)
    .filter(isPriceId)
    .flatMap((id) => (amounts[id] ? [[id, amounts[id]] as const] : []));

/** What several things use together. */
export const sumOf = (parts: readonly Amounts[]): Amounts => {
  const total: Amounts = {};
  for (const part of parts) for (const [id, amount] of entriesOf(part)) total[id] = (total[id] ?? 0) + amount;
  return total;
};

/** The same so many times. */
export const timesOf = (amounts: Amounts, factor: number): Amounts =>
  Object.fromEntries(entriesOf(amounts).map(([id, amount]) => [id, amount * factor]));

/** US dollars for so much of one thing. */
export const priceOf = (id: PriceId, amount: number): number => (prices[id].usd / prices[id].per) * amount;

/** US dollars. */
export const costOf = (amounts: Amounts): number =>
  entriesOf(amounts).reduce((total, [id, amount]) => total + priceOf(id, amount), 0);
