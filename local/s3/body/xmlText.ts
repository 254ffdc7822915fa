import { isXmlText } from '../../xml';
import { S3Error } from '../errors';

/**
 * Decodes the character and entity references in a text; clients write line breaks in keys as `&#xA;`. References that
 * are not valid without a DTD are MalformedXML: to drop one would turn the key into that of another object.
 * See https://www.w3.org/TR/xml/#sec-references
 */
export const decodeReferences = (text: string): string =>
  text.replace(/&([^;]*;?)/g, (_, reference: string) => named.get(reference) ?? characterOf(reference));

const named: ReadonlyMap<string, string> = new Map([
  ['amp;', '&'],
  ['lt;', '<'],
  ['gt;', '>'],
  ['quot;', '"'],
  ['apos;', "'"],
]);

const characterOf = (reference: string): string => {
  const [, hexadecimal, decimal] = /^#(?:x([\da-fA-F]+)|(\d+));$/.exec(reference) ?? [];
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : '';
  if (character !== '' && isXmlText(character)) return character;
  throw new S3Error('MalformedXML');
};
