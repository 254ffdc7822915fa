/** The cost model does not know what something costs. The message says what. */
export class UnknownCost extends Error {
  override readonly name = 'UnknownCost';
}
