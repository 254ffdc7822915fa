// `harden` makes these methods throw, so the library keeps the originals.
const { charCodeAt, codePointAt, padStart, repeat } = String.prototype;
const { fromCharCode, fromCodePoint } = String;
const { apply } = Reflect;

/** The UTF-16 code unit at an index. */
export const codeUnitAt = (text: string, index: number): number => apply(charCodeAt, text, [index]);

/** The code point that begins at an index. */
export const pointAt = (text: string, index: number): number => apply(codePointAt, text, [index]) ?? NaN;

export const fromUnit = (unit: number): string => fromCharCode(unit);

export const fromPoint = (point: number): string => fromCodePoint(point);

/** A text, padded on the left. */
export const padded = (value: string | number, length: number, fill = '0'): string =>
  apply(padStart, String(value), [length, fill]);

export const repeated = (text: string, count: number): string => apply(repeat, text, [count]);
