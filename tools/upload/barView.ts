import type { FileMeter } from './meter';
import { showBytes, showDuration, showFiles } from './quantities';
import { createSpeed } from './speed';
import type { View } from './view';

export interface Terminal {
  readonly write: (text: string) => void;
  /** The width of a line; 0 if the terminal does not say, as one that a program has opened. */
  readonly columns: () => number;
}

export interface BarSurroundings {
  readonly terminal: Terminal;
  readonly now: () => number;
  /** Bytes of all files in the run. */
  readonly total: number;
  /** How many files there are. */
  readonly files: number;
}

const intervalMilliseconds = 100;
// Together with the figures, a line fits into the usual columns of a terminal.
const barWidth = 10;
const nameWidth = 24;
const usualColumns = 80;

/** The view for a terminal: a bar for each file being read, sent or saved and one for all, redrawn in place. */
export const createBarView = ({ terminal, now, total, files: count }: BarSurroundings): View => {
  const { write, columns } = terminal;
  const active = new Set<FileMeter>();
  const speed = createSpeed(5000);
  const drawn = { lines: 0, ended: 0, endedBytes: 0, endedSent: 0 };
  const erase = (): string => (drawn.lines === 0 ? '' : `\x1b[${drawn.lines}A\r\x1b[J`);
  const allLine = (): readonly string[] => {
    const files = [...active];
    const done = files.reduce((sum, file) => sum + doneOf(file), drawn.endedBytes);
    const perSecond = speed(
      files.reduce((sum, file) => sum + file.sent(), drawn.endedSent),
      now(),
    );
    const left = perSecond > 0 ? [`${showDuration(((total - done) / perSecond) * 1000)} left`] : [];
    const bar = drawBar(`${drawn.ended} of ${showFiles(count)} done`, done, total);
    return [bar, showBytes(done), `${showBytes(perSecond)}/s`, ...left];
  };
  const draw = (above = ''): void => {
    // A file that is still waiting would only be an empty bar.
    const begun = [...active].filter((file) => doneOf(file) > 0 || isRead(file));
    const lines = [...begun.map(fileLine), allLine()].map((parts) => fit(parts, columns() || usualColumns));
    // Where letters are wider than assumed, lines are cut, not wrapped: each must stay one line to be redrawn in place.
    write(`${erase()}${above}\x1b[?7l${lines.map((line) => `${line}\n`).join('')}\x1b[?7h`);
    drawn.lines = lines.length;
  };
  const timer = setInterval(draw, intervalMilliseconds);
  return {
    begin: (file) => void active.add(file),
    say: (line) => draw(`${line}\n`),
    advance: () => undefined,
    end: (file) => {
      active.delete(file);
      drawn.ended += 1;
      drawn.endedBytes += file.size; // in full even if it failed: nothing of it is left to do
      drawn.endedSent += file.sent();
    },
    close: () => {
      clearInterval(timer);
      write(erase());
      drawn.lines = 0;
    },
  };
};

const doneOf = (file: FileMeter): number => file.held() + file.sent();

/** Whether a file is just being read, for its checksum. */
const isRead = (file: FileMeter): boolean => file.read() > 0 && file.read() < file.size;

const fileLine = (file: FileMeter): readonly string[] => {
  const done = doneOf(file);
  const step = isRead(file) ? `reading, ${percentOf(file.read(), file.size)} %` : showBytes(done);
  return [drawBar(file.name, done, file.size), done < file.size ? step : 'saving'];
};

/** The parts of a line, two spaces apart, without those that do not fit. */
const fit = ([first = '', ...rest]: readonly string[], columns: number): string =>
  rest.reduce(
    (line, part) => (line.length + 2 + part.length <= columns ? `${line}  ${part}` : line),
    [...first].slice(0, columns).join(''),
  );

const drawBar = (name: string, done: number, size: number): string => {
  const percent = percentOf(done, size);
  const filled = Math.round((percent / 100) * barWidth);
  const shown = [...name].length > nameWidth ? `${[...name].slice(0, nameWidth - 1).join('')}…` : name;
  const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
  return `${shown.padEnd(nameWidth)} ${bar} ${String(percent).padStart(3)} %`;
};

const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.min(100, Math.floor((part / whole) * 100));
