/** A lazy value: made on the first call, then kept. */
export const onDemand = <Value>(make: () => Value): (() => Value) => {
  const made: { value?: { readonly of: Value } } = {};
  return () => (made.value ??= { of: make() }).of;
};
