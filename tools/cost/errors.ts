/** The cost model has no price for something. The message says for what. */
export class UnknownCost extends Error {
  override readonly name = 'UnknownCost';
}
