/** A number as Cognito's SRP hashes it: big-endian, with a leading zero byte if the first bit is set. */
export const bytesOf = (value: bigint): Buffer => {
  const digits = value.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
};

/** The number that big-endian bytes represent. */
export const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);

/** Parses a hexadecimal number of up to 1024 digits; undefined if the string is not one. */
export const parseHexadecimal = (text: string): bigint | undefined =>
  /^[0-9a-f]{1,1024}$/i.test(text) ? BigInt(`0x${text}`) : undefined;
