import { Misuse } from '../errors';
import type { Reading } from './translate';
import { classEscape } from './translateEscape';

/** Translates a Java character class; the `v` flag supports unions, `&&` and nesting too. */
export const translateClass = (reading: Reading): string => {
  const { cursor } = reading;
  const opening = cursor.take('^') ? '[^' : '[';
  const sections: string[] = [];
  const members: string[] = [];
  // A leading `]` is literal.
  if (cursor.take(']')) members.push('\\]');
  while (!cursor.take(']')) {
    if (cursor.isAtEnd()) throw new Misuse('Unclosed character class in regular expression.');
    if (cursor.takeText('&&')) sections.push(members.splice(0).join(''));
    else members.push(member(reading));
  }
  sections.push(members.join(''));
  const filled = sections.filter((section) => section !== '');
  return filled.length === 1
    ? `${opening}${filled[0]}]`
    : `${opening}${filled.map((section) => `[${section}]`).join('&&')}]`;
};

const member = (reading: Reading): string => {
  const { cursor } = reading;
  if (cursor.take('[')) return translateClass(reading);
  const first = single(reading);
  const isRange = cursor.peek() === '-' && cursor.takePattern(/^-(?![\][])/) !== '';
  return isRange ? `${first}-${single(reading)}` : first;
};

const single = (reading: Reading): string => {
  const character = reading.cursor.next();
  if (character === '\\') return classEscape(reading);
  return /[()[\]{}/\-|\\&!#$%*+,.:;<=>?@^`~]/.test(character) ? `\\${character}` : character;
};
