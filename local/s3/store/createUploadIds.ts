import { randomBytes } from 'node:crypto';

/**
 * Creates unguessable ids of multipart uploads that sort in the order in which the uploads began, so that a listing can
 * continue after an id even if its upload has ended meanwhile.
 */
export const createUploadIds = (): ((initiated: number) => string) => {
  let count = 0;
  return (initiated) => {
    count += 1; // orders uploads of the same millisecond
    return `${sortable(initiated, 9)}${sortable(count, 6)}${randomBytes(36).toString('base64url')}`;
  };
};

const sortable = (value: number, width: number): string => value.toString(36).padStart(width, '0');
