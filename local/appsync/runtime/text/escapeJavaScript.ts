import { codeUnitAt, padded } from './characters';

const NAMED: Readonly<Record<string, string>> = {
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

/** A text as it may stand in a JavaScript string, as Apache Commons' escapeEcmaScript does it. */
export const escapeJavaScript = (text: string): string =>
  text.replace(
    /[^ !#-&(-.0-[\]-~]/g,
    (unit) => NAMED[unit] ?? `\\u${padded(codeUnitAt(unit, 0).toString(16).toUpperCase(), 4)}`,
  );
