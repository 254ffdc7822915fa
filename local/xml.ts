/** An XML element: its name, and its text or children; `undefined` children are left out. */
export interface Element {
  readonly name: string;
  readonly content: string | readonly (Element | undefined)[];
}

/** Makes an element; numbers and booleans become strings, as on AWS. */
export const element = (name: string, content: Element['content'] | number | boolean): Element => ({
  name,
  content: typeof content === 'number' || typeof content === 'boolean' ? String(content) : content,
});

/** Makes an element, or undefined when there is no value. */
export const optional = (name: string, content: string | number | boolean | undefined): Element | undefined =>
  content === undefined ? undefined : element(name, content);

/** Serializes a whole document, in a namespace if one is given. */
export const xmlDocument = (root: Element, namespace?: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, namespace === undefined ? '' : ` xmlns="${namespace}"`)}`;

/** Whether every character is allowed in an XML document: https://www.w3.org/TR/xml/#charsets */
export const isXmlText = (text: string): boolean => !forbidden.test(text);

const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const write = ({ name, content }: Element, attributes = ''): string => {
  const inside =
    typeof content === 'string' ? escape(content) : content.map((child) => (child ? write(child) : '')).join('');
  return `<${name}${attributes}>${inside}</${name}>`;
};

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// Control characters become numeric references, as S3 writes keys that contain them.
const escape = (text: string): string =>
  text.replace(/[&<>"]|(?![\t\n])\p{Cc}/gu, (sign) => named[sign] ?? `&#x${sign.charCodeAt(0).toString(16)};`);
