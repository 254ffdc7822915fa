/** Safe markup: made by `html` and by nothing else. */
export interface Html {
  readonly markup: string;
}

/** What a template may interpolate: strings are escaped, `Html` is inserted as it is, `undefined` adds nothing. */
export type Part = string | number | undefined | Html | readonly Html[];

/**
 * Markup from a template. A part that is not `Html` is escaped for element content and for attribute values in double
 * quotes, the only places where parts are allowed.
 */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: strings.map((string, index) => string + (index < parts.length ? markupOf(parts[index]) : '')).join(''),
});

const markupOf = (part: Part): string => {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
};

const escapeText = (text: string): string => text.replace(/[&<>"'`]/g, (character) => entities[character] ?? '');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};
