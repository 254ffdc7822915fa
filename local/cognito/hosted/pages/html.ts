/** Text that is markup already: made by `html` and by nothing else. */
export interface Html {
  readonly markup: string;
}

/** What may stand between the markup: text is escaped, markup is taken as it is, `undefined` is nothing. */
export type Part = string | number | undefined | Html | readonly Html[];

/**
 * Markup from a template. Everything that is not itself `html` is escaped for text and for attributes in double
 * quotes, which are the only places where a part may stand.
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
