/** The first fault among items; undefined if none has one. */
export const firstFault = <Item, Fault extends object>(
  items: readonly Item[],
  faultOf: (item: Item, at: number) => Fault | undefined,
): Fault | undefined => {
  for (const [at, item] of items.entries()) {
    const fault = faultOf(item, at);
    if (fault) return fault;
  }
  return undefined;
};
