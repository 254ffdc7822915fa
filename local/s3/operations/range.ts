import { S3Error } from '../errors';

/** A byte range, both ends inclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Parses a Range header for an object of `size` bytes. As on S3, several ranges or a malformed header are ignored
 * (undefined), and a range outside the object is InvalidRange.
 */
export const readRange = (header: string | undefined, size: number): Range | undefined => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
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
