import { elementValue, type Child } from './elementValue';
import { decodeEntities } from './decodeEntities';

interface Open {
  readonly name: string;
  readonly children: Child[];
}

/**
 * Parses an XML document to an object as Java's org.json does: repeated elements become lists, attributes become
 * members, numbers and booleans are typed. Undefined if it is not well-formed. Declared entities are not expanded.
 */
export const parseXml = (text: string): Record<string, unknown> | undefined => {
  const stack: Open[] = [{ name: '', children: [] }];
  const rest = { text };
  while (rest.text !== '') {
    const token = readToken(rest.text);
    const top = stack[stack.length - 1];
    if (token === undefined || top === undefined) return undefined;
    rest.text = rest.text.slice(token.size);
    if (token.kind === 'text') {
      if (stack.length === 1 && token.text.trim() !== '') return undefined;
      top.children.push({ text: token.text });
    } else if (token.kind === 'open') {
      const children: Child[] = token.attributes.map(([name, value]) => ({ name, value }));
      if (token.isEmpty) top.children.push({ name: token.name, value: elementValue(children) });
      else stack.push({ name: token.name, children });
    } else if (token.kind === 'close') {
      if (stack.length === 1 || top.name !== token.name) return undefined;
      stack.pop();
      stack[stack.length - 1]?.children.push({ name: token.name, value: elementValue(top.children) });
    }
  }
  const [document] = stack;
  const elements = document?.children.filter((child) => 'name' in child) ?? [];
  const root = elementValue(elements);
  return stack.length === 1 && elements.length === 1 && typeof root === 'object' ? (root ?? undefined) : undefined;
};

type Token =
  | { readonly kind: 'text'; readonly size: number; readonly text: string }
  | { readonly kind: 'skipped'; readonly size: number }
  | { readonly kind: 'close'; readonly size: number; readonly name: string }
  | {
      readonly kind: 'open';
      readonly size: number;
      readonly name: string;
      readonly attributes: readonly (readonly [string, string])[];
      readonly isEmpty: boolean;
    };

const namePattern = '[A-Za-z_:\\u0080-\\uffff][\\w:.\\-\\u0080-\\uffff]*';
const attributesPattern = `(?:\\s+${namePattern}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*`;
const skippable = /^(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^[\]>]|\[[^\]]*\])*>)/;
const cdataSection = /^<!\[CDATA\[([\s\S]*?)\]\]>/;
const closeTag = new RegExp(`^</(${namePattern})\\s*>`);
const openTag = new RegExp(`^<(${namePattern})(${attributesPattern})\\s*(/?)>`);
const attributePattern = new RegExp(`(${namePattern})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g');

const readToken = (text: string): Token | undefined => {
  if (text[0] !== '<') {
    const [found = ''] = /^[^<]+/.exec(text) ?? [];
    return { kind: 'text', size: found.length, text: decodeEntities(found) };
  }
  const skipped = skippable.exec(text)?.[0];
  if (skipped !== undefined) return { kind: 'skipped', size: skipped.length };
  const [cdata, raw = ''] = cdataSection.exec(text) ?? [];
  if (cdata !== undefined) return { kind: 'text', size: cdata.length, text: raw };
  const [close, closed = ''] = closeTag.exec(text) ?? [];
  if (close !== undefined) return { kind: 'close', size: close.length, name: closed };
  const [open, name = '', attributes = '', slash] = openTag.exec(text) ?? [];
  return open === undefined
    ? undefined
    : { kind: 'open', size: open.length, name, attributes: readAttributes(attributes), isEmpty: slash === '/' };
};

const readAttributes = (text: string): [string, string][] => {
  const found: [string, string][] = [];
  for (let match = attributePattern.exec(text); match !== null; match = attributePattern.exec(text)) {
    found.push([match[1] ?? '', decodeEntities(match[2] ?? match[3] ?? '')]);
  }
  return found;
};
