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
/** In a terminal too narrow for this much of a name beside the bar, the bar is left out. */
const leastNameWidth = 8;
const usualColumns = 80;

/** The view for a terminal: a bar for each file being read, sent or saved and one for all, redrawn in place. */
export const createBarView = ({ terminal, now, total, files: count }: BarSurroundings): View => {
  const { write, columns } = terminal;
  const active = new Set<FileMeter>();
  const speed = createSpeed(5000);
  const drawn = { lines: 0, ended: 0, endedBytes: 0, endedSent: 0 };
  const erase = (): string => (drawn.lines === 0 ? '' : `\x1b[${drawn.lines}A\r\x1b[J`);
  const allLine = (): Line => {
    const files = [...active];
    const done = files.reduce((sum, file) => sum + doneOf(file), drawn.endedBytes);
    const perSecond = speed(
      files.reduce((sum, file) => sum + file.sent(), drawn.endedSent),
      now(),
    );
    const left = perSecond > 0 ? [`${showDuration(((total - done) / perSecond) * 1000)} left`] : [];
    const name = `${drawn.ended} of ${showFiles(count)} done`;
    return { name, done, size: total, rest: [showBytes(done), `${showBytes(perSecond)}/s`, ...left] };
  };
  const draw = (above = ''): void => {
    // A file that is still waiting would only be an empty bar.
    const begun = [...active].filter((file) => doneOf(file) > 0 || isRead(file));
    const lines = [...begun.map(fileLine), allLine()].map((line) => drawLine(line, columns() || usualColumns));
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

/** What a line of progress shows; `rest` is left out from where it no longer fits. */
interface Line {
  readonly name: string;
  readonly done: number;
  readonly size: number;
  readonly rest: readonly string[];
}

const fileLine = (file: FileMeter): Line => {
  const done = doneOf(file);
  const step = isRead(file) ? `reading, ${percentOf(file.read(), file.size)} %` : showBytes(done);
  return { name: file.name, done, size: file.size, rest: [done < file.size ? step : 'saving'] };
};

const drawLine = ({ rest, ...line }: Line, columns: number): string =>
  rest.reduce(
    (drawn, part) => (drawn.length + 2 + part.length <= columns ? `${drawn}  ${part}` : drawn),
    drawBar(line, columns),
  );

const drawBar = ({ name, done, size }: Omit<Line, 'rest'>, columns: number): string => {
  const percent = percentOf(done, size);
  const filled = Math.round((percent / 100) * barWidth);
  const figure = ` ${String(percent).padStart(3)} %`;
  const bar = ` ${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
  const end = leastNameWidth + bar.length + figure.length <= columns ? bar + figure : figure;
  return fit(name, Math.min(nameWidth, columns - end.length)) + end;
};

/** A name in exactly this many letters. */
const fit = (name: string, width: number): string => {
  const letters = [...name];
  return (letters.length > width ? `${letters.slice(0, Math.max(0, width - 1)).join('')}…` : name).padEnd(width);
};

const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.min(100, Math.floor((part / whole) * 100));
