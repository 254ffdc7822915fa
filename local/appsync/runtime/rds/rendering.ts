import type { Dialect } from './dialects';
import { isHinted } from './typeHint';
import type { Members } from './statements';

/** What statements of one request share: the dialect, and the variables, numbered as they come. */
export interface Rendering {
  readonly dialect: Dialect;
  readonly variables: Record<string, unknown>;
  readonly hints: Record<string, string>;
}

/** A value as a variable; null is written out. */
export const variable = (value: unknown, { variables, hints }: Rendering): string => {
  if (value === null || value === undefined) return 'NULL';
  const name = `:P${Object.keys(variables).length}`;
  variables[name] = isHinted(value) ? value.value : value;
  if (isHinted(value)) hints[name] = value.type;
  return name;
};

/** A name in quotes, each part between dots for itself. */
export const identifier = (name: string, { dialect: { quote } }: Rendering): string =>
  name
    .split('.')
    .map((part) => quote + part.split(quote).join(quote + quote) + quote)
    .join('.');

/** An sql template: the texts as they are, the values as variables. */
export const template = ({ texts, values }: Members, rendering: Rendering): string => {
  const held = Array.isArray(values) ? values : [];
  const parts = Array.isArray(texts) ? texts : [];
  return parts.map((text, index) => (index === 0 ? '' : variable(held[index - 1], rendering)) + String(text)).join('');
};
