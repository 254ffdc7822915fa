const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648's base32 without padding, as authenticator apps read it. */
export const encodeBase32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet.charAt(parseInt(five.padEnd(5, '0'), 2))).join('');
};

/** Decodes base32; characters outside the alphabet are skipped. */
export const decodeBase32 = (text: string): Buffer => {
  const bits = [...text.toUpperCase()]
    .map((character) => alphabet.indexOf(character))
    .filter((index) => index >= 0)
    .map((index) => index.toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
};
