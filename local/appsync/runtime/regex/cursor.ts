/** A place in a pattern that moves on as parts are taken. */
export interface Cursor {
  readonly isAtEnd: () => boolean;
  readonly peek: () => string;
  /** The next code point, taken; an empty text at the end. */
  readonly next: () => string;
  readonly take: (character: string) => boolean;
  readonly takeText: (text: string) => boolean;
  /** What a pattern that begins with `^` matches here, taken; an empty text if it does not. */
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
