import type { FileMeter } from './meter';
import { showBytes } from './quantities';
import type { View } from './view';

/** The view for files and pipes: a line for every tenth of a file, and no control characters. */
export const createLineView = (say: (line: string) => void): View => {
  const tenths = new Map<FileMeter, number>();
  return {
    begin: (file) => void tenths.set(file, 0),
    say,
    advance: (file) => {
      const done = file.held() + file.sent();
      const tenth = Math.floor((done / file.size) * 10);
      if (tenth >= 10 || tenth <= (tenths.get(file) ?? 10)) return; // a file that has ended has no more to say
      tenths.set(file, tenth);
      say(`${file.name}  ${tenth * 10} %  ${showBytes(done)} of ${showBytes(file.size)}`);
    },
    end: (file) => void tenths.delete(file),
    close: () => undefined,
  };
};
