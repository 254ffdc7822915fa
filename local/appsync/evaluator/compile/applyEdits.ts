import { getLineInfo } from 'acorn';

/** Text in place of a range; an empty range is where text goes in. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What went into each line, as [column in the edited line, from 1; length], from left to right: `{"3":[[17,10]]}`. */
export type Shifts = Readonly<Record<string, readonly (readonly [column: number, length: number])[]>>;

/** Makes edits that do not overlap. Those that replace have to keep length and line breaks, so that lines stay lines. */
export const applyEdits = (code: string, edits: readonly Edit[]): { text: string; shifts: Shifts } => {
  const shifts: Record<string, (readonly [number, number])[]> = {};
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    parts.push(code.slice(at, start), text);
    at = end;
    if (end > start) continue;
    const { line, column } = getLineInfo(code, start);
    const before = (shifts[line] ??= []);
    before.push([column + 1 + before.reduce((total, [, length]) => total + length, 0), text.length]);
  }
  return { text: parts.join('') + code.slice(at), shifts };
};
