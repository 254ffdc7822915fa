import { getLineInfo } from 'acorn';

/** Replaces a range of the code with text, or inserts the text if the range is empty. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The insertions in each line, left to right, as [column in the edited line, from 1; length]: `{"3":[[17,10]]}`. */
export type Shifts = Readonly<Record<string, readonly (readonly [column: number, length: number])[]>>;

/** Applies edits, which must not overlap. A replacement must keep the length and line breaks of what it replaces. */
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
