/** A value that is made when it is first asked for. */
export const onDemand = <Value>(make: () => Value): (() => Value) => {
  const made: { value?: { readonly of: Value } } = {};
  return () => (made.value ??= { of: make() }).of;
};
