/** The media type of plain bytes, which the API also assumes when none is given. */
export const anything = 'application/octet-stream';

/** The media type to upload a file as: its own if the API accepts it, else `anything`, which it always accepts. */
export const acceptedType = (type: string, allowed: readonly string[]): string => {
  const [plain = ''] = type.toLowerCase().split(';');
  const bare = plain.trim();
  const isAllowed = allowed.some((pattern) =>
    pattern.endsWith('*') ? bare.startsWith(pattern.slice(0, -1)) && bare.length >= pattern.length : bare === pattern,
  );
  return isAllowed ? bare : anything;
};
