/** A number as SRP hashes it in Cognito: big-endian, with a zero byte in front when the first bit is set. */
export const bytesOf = (value: bigint): Buffer => {
  const digits = value.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
};

/** The number that big-endian bytes spell. */
export const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);

/** The number that hexadecimal digits spell, or undefined if they are none. */
export const parseHexadecimal = (text: string): bigint | undefined =>
  /^[0-9a-f]{1,1024}$/i.test(text) ? BigInt(`0x${text}`) : undefined;
