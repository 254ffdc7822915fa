/** Bytes as lower-case hexadecimal digits. */
export const hexadecimal = (bytes: readonly number[]): string =>
  bytes.map((byte) => (byte < 16 ? '0' : '') + byte.toString(16)).join('');
