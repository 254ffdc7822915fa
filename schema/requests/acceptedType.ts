/** Plain bytes: what the API takes a file for whose type is left out. */
export const anything = 'application/octet-stream';

/** The type to upload a file as: its own when the API takes it, else `anything`, which it always takes. */
export const acceptedType = (type: string, allowed: readonly string[]): string => {
  const [plain = ''] = type.toLowerCase().split(';');
  const bare = plain.trim();
  const isAllowed = allowed.some((pattern) =>
    pattern.endsWith('*') ? bare.startsWith(pattern.slice(0, -1)) && bare.length >= pattern.length : bare === pattern,
  );
  return isAllowed ? bare : anything;
};
