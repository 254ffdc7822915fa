/** Reads a parameter: undefined if it is missing or empty; throws `refuse()` if it is repeated (RFC 6749, 3.1). */
export const readParameter = (
  parameters: URLSearchParams,
  name: string,
  refuse: (description: string) => Error,
): string | undefined => {
  const [value, ...more] = parameters.getAll(name);
  if (more.length > 0) throw refuse(`${name} is given twice`);
  return value === '' ? undefined : value;
};
