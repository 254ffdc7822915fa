import type { Dialect } from './dialects';
import { isHinted } from './typeHint';
import type { Members } from '../values';

/** State shared by the statements of one request: the dialect, and the variables, numbered in order of use. */
export interface Rendering {
  readonly dialect: Dialect;
  readonly variables: Record<string, unknown>;
  readonly hints: Record<string, string>;
}

/** Adds a value as a variable and returns its placeholder; null and undefined become the literal NULL. */
export const variable = (value: unknown, { variables, hints }: Rendering): string => {
  if (value === null || value === undefined) return 'NULL';
  const name = `:P${Object.keys(variables).length}`;
  variables[name] = isHinted(value) ? value.value : value;
  if (isHinted(value)) hints[name] = value.type;
  return name;
};

/** A quoted name; parts separated by dots are quoted separately. */
export const identifier = (name: string, { dialect: { quote } }: Rendering): string =>
  name
    .split('.')
    .map((part) => quote + part.split(quote).join(quote + quote) + quote)
    .join('.');

/** An `sql` template: the texts verbatim, the values as variables. */
export const template = ({ texts, values }: Members, rendering: Rendering): string => {
  const held = Array.isArray(values) ? values : [];
  const parts = Array.isArray(texts) ? texts : [];
  return parts.map((text, index) => (index === 0 ? '' : variable(held[index - 1], rendering)) + String(text)).join('');
};
