/** A position in a pattern that advances as parts are taken. */
export interface Cursor {
  readonly isAtEnd: () => boolean;
  readonly peek: () => string;
  /** Takes the next code point; an empty string at the end. */
  readonly next: () => string;
  readonly take: (character: string) => boolean;
  readonly takeText: (text: string) => boolean;
  /** Takes what a pattern, which must begin with `^`, matches here; an empty string if it does not match. */
  readonly takePattern: (pattern: RegExp) => string;
}

export const createCursor = (text: string): Cursor => {
  const place = { at: 0 };
  const taken = (found: string): string => {
    place.at += found.length;
    return found;
  };
  const takeText = (wanted: string) => text.startsWith(wanted, place.at) && taken(wanted) === wanted;
  const takePattern = (pattern: RegExp) => taken(pattern.exec(text.slice(place.at))?.[0] ?? '');
  return {
    isAtEnd: () => place.at >= text.length,
    peek: () => text[place.at] ?? '',
    next: () => takePattern(/^[\s\S]/u),
    take: takeText,
    takeText,
    takePattern,
  };
};
