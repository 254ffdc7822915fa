import type { LocalFile } from './localFile';

/** The progress of one file. */
export interface FileMeter {
  readonly name: string;
  readonly size: number;
  /** Bytes that were read for the checksum. */
  readonly read: () => number;
  /** Bytes that storage held before this run. */
  readonly held: () => number;
  /** Bytes that this run has sent. */
  readonly sent: () => number;
  readonly noteRead: (bytes: number) => void;
  readonly hold: (bytes: number) => void;
  /** Sets the bytes sent of a part; a retry starts again from 0. */
  readonly report: (partNumber: number, bytes: number) => void;
}

/** Creates a file's meter. Control characters in its name are replaced, since it is shown at a terminal. */
export const createFileMeter = ({ name, size }: Pick<LocalFile, 'name' | 'size'>): FileMeter => {
  const parts = new Map<number, number>();
  const counted = { read: 0, held: 0, sent: 0 };
  return {
    name: printable(name),
    size,
    read: () => counted.read,
    held: () => counted.held,
    sent: () => counted.sent,
    noteRead: (bytes) => void (counted.read = bytes),
    hold: (bytes) => void (counted.held = bytes),
    report: (partNumber, bytes) => {
      counted.sent += bytes - (parts.get(partNumber) ?? 0);
      parts.set(partNumber, bytes);
    },
  };
};

/** A text with everything that could control a terminal replaced. */
export const printable = (text: string): string => text.replace(/\p{C}/gu, '?');
