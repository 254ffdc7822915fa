import { recordsOf } from './logRecords';

/**
 * The numbers of the table files that a LevelDB manifest refers to. Other files were interrupted by a crash or are
 * obsolete: LevelDB removes them when it opens. A manifest that cannot be read to its end is for LevelDB to reject.
 */
export const tablesInUse = (manifest: Buffer): ReadonlySet<number> => {
  const inUse = new Set<number>();
  for (const edit of recordsOf(manifest)) {
    for (const { tag, numbers } of membersOf(edit)) {
      const [, file = 0] = numbers; // after the level
      // A file that moves to another level is removed and then added.
      if (tag === tags.removedFile) inUse.delete(file);
      if (tag === tags.addedFile) inUse.add(file);
    }
  }
  return inUse;
};

const tags = { removedFile: 6, addedFile: 7 };

/** The fields of each member of an edit, by tag. https://github.com/google/leveldb/blob/main/db/version_edit.cc */
const forms: Readonly<Record<number, readonly ('number' | 'text')[]>> = {
  1: ['text'], // the comparator
  2: ['number'], // the log
  3: ['number'], // the next file
  4: ['number'], // the last sequence number
  5: ['number', 'text'], // where a level was compacted last
  [tags.removedFile]: ['number', 'number'],
  [tags.addedFile]: ['number', 'number', 'number', 'text', 'text'], // its level, number, size and keys
  9: ['number'], // the log before
};

interface Member {
  readonly tag: number;
  readonly numbers: readonly number[];
}

function* membersOf(edit: Buffer): Generator<Member> {
  let at = 0;
  const readNumber = (): number => {
    let value = 0;
    for (let scale = 1; at < edit.length; scale *= 128) {
      const byte = edit.readUInt8(at);
      at += 1;
      value += (byte % 128) * scale;
      if (byte < 128) break;
    }
    return value;
  };
  while (at < edit.length) {
    const tag = readNumber();
    const numbers: number[] = [];
    for (const form of forms[tag] ?? []) {
      const number = readNumber();
      if (form === 'number') numbers.push(number);
      else at += number;
    }
    yield { tag, numbers };
  }
}
