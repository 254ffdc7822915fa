import { randomBytes } from 'node:crypto';

/**
 * Makes ids of multipart uploads that nobody can guess and whose order is that in which the uploads began: so a listing
 * goes on after an id even if its upload has ended meanwhile.
 */
export const createUploadIds = (): ((initiated: number) => string) => {
  let count = 0;
  return (initiated) => {
    count += 1; // for those of one millisecond
    return `${sortable(initiated, 9)}${sortable(count, 6)}${randomBytes(36).toString('base64url')}`;
  };
};

const sortable = (value: number, width: number): string => value.toString(36).padStart(width, '0');
