/** A part of an element: text, or a child element or attribute with its name and value. */
export type Child = { readonly text: string } | { readonly name: string; readonly value: unknown };

/** The value of an element: an object of its children, or its text; text beside children is the member `content`. */
export const elementValue = (
  children: readonly Child[],
): Record<string, unknown> | string | number | boolean | null => {
  const members: Record<string, unknown> = {};
  for (const child of children) if ('name' in child) add(members, child.name, typed(child.value));
  const text = children
    .map((child) => ('text' in child ? child.text : ''))
    .join('')
    .trim();
  if (Object.keys(members).length === 0) return typedText(text);
  if (text !== '') add(members, 'content', typedText(text));
  return members;
};

const add = (members: Record<string, unknown>, name: string, value: unknown): void => {
  const before = members[name];
  if (!Object.hasOwn(members, name)) members[name] = value;
  else members[name] = Array.isArray(before) ? [...before, value] : [before, value];
};

const typed = (value: unknown): unknown => (typeof value === 'string' ? typedText(value) : value);

/** Converts a JSON number, boolean or null to that value; numbers that might lose digits stay strings. */
const typedText = (text: string): string | number | boolean | null => {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (/^null$/i.test(text)) return null;
  const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
  return isNumber && text.replace(/\D/g, '').length <= 15 ? Number(text) : text;
};
