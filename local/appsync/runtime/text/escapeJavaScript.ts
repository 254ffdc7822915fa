import { codeUnitAt, padded } from './characters';

const named: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  "'": "\\'",
  '/': '\\/',
  '\\': '\\\\',
};

/** Escapes a text for a JavaScript string literal, as Apache Commons' escapeEcmaScript does. */
export const escapeJavaScript = (text: string): string =>
  text.replace(
    /[^ !#-&(-.0-[\]-~]/g,
    (unit) => named[unit] ?? `\\u${padded(codeUnitAt(unit, 0).toString(16).toUpperCase(), 4)}`,
  );
