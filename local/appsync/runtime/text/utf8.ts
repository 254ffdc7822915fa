import { fromPoint, fromUnit, pointAt } from './characters';

/** Encodes a text as UTF-8; as in Java, a lone surrogate becomes `?`. */
export const toUtf8 = (text: string): number[] => {
  const bytes: number[] = [];
  for (const character of text) {
    const point = pointAt(character, 0);
    if (point < 0x80) bytes.push(point);
    else if (point >= 0xd800 && point < 0xe000) bytes.push(questionMark);
    else {
      const rest = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
      bytes.push(((0xf00 >> (rest + 1)) & 0xff) | (point >> (6 * rest)));
      for (let shift = rest - 1; shift >= 0; shift -= 1) bytes.push(0x80 | ((point >> (6 * shift)) & 0x3f));
    }
  }
  return bytes;
};

/** Decodes UTF-8; invalid bytes become U+FFFD. */
export const fromUtf8 = (bytes: readonly number[]): string => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const { point, size } = decodeAt(bytes, at);
    parts.push(point < 0x10000 ? fromUnit(point) : fromPoint(point));
    at += size;
  }
  return parts.join('');
};

const questionMark = 0x3f;
const invalidPoint = 0xfffd;

const decodeAt = (bytes: readonly number[], at: number): { point: number; size: number } => {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { point: first, size: 1 };
  const length =
    first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
  if (length === 0) return { point: invalidPoint, size: 1 };
  let point = first & (0xff >> (length + 1));
  for (let index = 1; index < length; index += 1) {
    const next = bytes[at + index] ?? 0;
    if ((next & 0xc0) !== 0x80) return { point: invalidPoint, size: index };
    point = (point << 6) | (next & 0x3f);
  }
  const isShortest = point >= (length === 4 ? 0x10000 : length === 3 ? 0x800 : 0x80);
  const isScalar = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isShortest && isScalar ? { point, size: length } : { point: invalidPoint, size: 1 };
};
