import { S3Error } from '../errors';

/** A stretch of bytes, both ends included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a Range header for an object of `size` bytes. Like S3, it serves one range only: what it cannot read, or
 * several ranges, it ignores (undefined), and one that lies outside is InvalidRange.
 */
export const readRange = (header: string | undefined, size: number): Range | undefined => {
  const match = /^bytes=(\d{0,16})-(\d{0,16})$/.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (header === undefined || (first === '' && last === '')) return undefined;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start < size && (first !== '' || Number(last) > 0)) return { start, end };
  throw new S3Error('InvalidRange', {
    details: { RangeRequested: header, ActualObjectSize: String(size) },
    headers: { 'content-range': `bytes */${size}` },
  });
};
