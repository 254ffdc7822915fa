/** An XML element: its name and what is in it; `undefined` children are left out. */
export interface Element {
  readonly name: string;
  readonly content: string | readonly (Element | undefined)[];
}

/** Makes an element; numbers and booleans are written as AWS writes them. */
export const element = (name: string, content: Element['content'] | number | boolean): Element => ({
  name,
  content: typeof content === 'number' || typeof content === 'boolean' ? String(content) : content,
});

/** Makes an element, or nothing when there is no value for it. */
export const optional = (name: string, content: string | number | boolean | undefined): Element | undefined =>
  content === undefined ? undefined : element(name, content);

/** A whole document, in a service's namespace if it has one. */
export const xmlDocument = (root: Element, namespace?: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, namespace === undefined ? '' : ` xmlns="${namespace}"`)}`;

const write = ({ name, content }: Element, attributes = ''): string => {
  const inside =
    typeof content === 'string' ? escape(content) : content.map((child) => (child ? write(child) : '')).join('');
  return `<${name}${attributes}>${inside}</${name}>`;
};

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// Control characters leave as numeric references, which is S3's spelling for keys that hold them.
const escape = (text: string): string =>
  text.replace(/[&<>"]|(?![\t\n])\p{Cc}/gu, (sign) => named[sign] ?? `&#x${sign.charCodeAt(0).toString(16)};`);
