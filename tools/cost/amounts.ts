import { prices, type Amounts, type PriceId } from './prices';

const isPriceId = (id: string): id is PriceId => Object.hasOwn(prices, id);

/** The amounts that are not zero, as pairs of price id and amount, in the order of the price list. */
export const entriesOf = (amounts: Amounts): readonly (readonly [PriceId, number])[] =>
  Object.keys(prices)
    .filter(isPriceId)
    .flatMap((id) => (amounts[id] ? [[id, amounts[id]] as const] : []));

/** The sum of several amounts. */
export const sumOf = (parts: readonly Amounts[]): Amounts => {
  const total: Amounts = {};
  for (const part of parts) for (const [id, amount] of entriesOf(part)) total[id] = (total[id] ?? 0) + amount;
  return total;
};

/** The amounts multiplied by a factor. */
export const timesOf = (amounts: Amounts, factor: number): Amounts =>
  Object.fromEntries(entriesOf(amounts).map(([id, amount]) => [id, amount * factor]));

/** US dollars for an amount of one priced unit. */
export const priceOf = (id: PriceId, amount: number): number => (prices[id].usd / prices[id].per) * amount;

/** US dollars for all amounts together. */
export const costOf = (amounts: Amounts): number =>
  entriesOf(amounts).reduce((total, [id, amount]) => total + priceOf(id, amount), 0);
