import { codeUnitAt, fromUnit, padded } from './characters';
import { fromUtf8, toUtf8 } from './utf8';

/** `application/x-www-form-urlencoded` as in Java's URLEncoder: space becomes `+`; letters, digits and `.-*_` stay. */
export const encodeForm = (text: string): string =>
  toUtf8(text)
    .map((byte) => {
      const character = fromUnit(byte);
      if (/[A-Za-z0-9.\-*_]/.test(character)) return character;
      return byte === 0x20 ? '+' : `%${padded(byte.toString(16).toUpperCase(), 2)}`;
    })
    .join('');

/** Decodes `application/x-www-form-urlencoded`; undefined if a `%` is not followed by two hexadecimal digits. */
export const decodeForm = (text: string): string | undefined => {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '%') {
      const digits = text.slice(at + 1, at + 3);
      if (!/^[0-9A-Fa-f]{2}$/.test(digits)) return undefined;
      bytes.push(parseInt(digits, 16));
      at += 2;
    } else if (character === '+') bytes.push(0x20);
    else if (codeUnitAt(character, 0) < 0x80) bytes.push(codeUnitAt(character, 0));
    else {
      const pair = text.slice(at, at + 2);
      const isPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair);
      bytes.push(...toUtf8(isPair ? pair : character));
      at += isPair ? 1 : 0;
    }
  }
  return fromUtf8(bytes);
};
