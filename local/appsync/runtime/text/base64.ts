import { codeUnitAt } from './characters';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export const toBase64 = (bytes: readonly number[]): string => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const group = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    parts.push(
      digit(group >> 18),
      digit(group >> 12),
      b === undefined ? '=' : digit(group >> 6),
      c === undefined ? '=' : digit(group),
    );
  }
  return parts.join('');
};

/** The bytes of base64 with or without padding; undefined for anything else. */
export const fromBase64 = (text: string): number[] | undefined => {
  const digits = text.replace(/={0,2}$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(digits) || digits.length % 4 === 1) return undefined;
  const bytes: number[] = [];
  for (let at = 0, group = 0, bits = 0; at < digits.length; at += 1) {
    group = ((group << 6) | valueOf(codeUnitAt(digits, at))) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((group >> bits) & 0xff);
    }
  }
  return bytes;
};

const digit = (value: number): string => alphabet[value & 63] ?? '';

const valueOf = (unit: number): number => {
  if (unit >= 97) return unit - 71;
  if (unit >= 65) return unit - 65;
  if (unit >= 48) return unit + 4;
  return unit === 43 ? 62 : 63;
};
