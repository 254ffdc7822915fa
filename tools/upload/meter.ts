import type { LocalFile } from './localFile';

/** How far one file is. */
export interface FileMeter {
  readonly name: string;
  readonly size: number;
  /** Bytes that storage held before this run. */
  readonly held: () => number;
  /** Bytes that this run has sent. */
  readonly sent: () => number;
  readonly hold: (bytes: number) => void;
  /** A part counts as its last try says. */
  readonly report: (partNumber: number, bytes: number) => void;
}

/** Counts one file. Its name is shown as text: what steers a terminal is taken out. */
export const createFileMeter = ({ name, size }: Pick<LocalFile, 'name' | 'size'>): FileMeter => {
  const parts = new Map<number, number>();
  const counted = { held: 0, sent: 0 };
  return {
    name: printable(name),
    size,
    held: () => counted.held,
    sent: () => counted.sent,
    hold: (bytes) => void (counted.held = bytes),
    report: (partNumber, bytes) => {
      counted.sent += bytes - (parts.get(partNumber) ?? 0);
      parts.set(partNumber, bytes);
    },
  };
};

/** A text that only shows. */
export const printable = (text: string): string => text.replace(/\p{C}/gu, '?');
