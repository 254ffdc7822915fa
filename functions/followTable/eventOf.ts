import type { FileEventType, FileStatus } from '../../schema/generated/types';
import type { Change } from './change';

/** The event that a change means to the file's owner; null if there is none, as while the upload is PENDING. */
export const eventOf = ({ before, after }: Pick<Change, 'before' | 'after'>): FileEventType | null => {
  if (after === undefined) return isVisible(before?.Status) ? 'DELETED' : null;
  if (!isVisible(after.Status)) return null;
  if (after.Status === before?.Status) return 'CHANGED';
  if (after.Status === 'AVAILABLE') return before?.Status === 'TRASHED' ? 'RESTORED' : 'UPLOADED';
  return after.Status;
};

const isVisible = (status: FileStatus | undefined): status is Exclude<FileStatus, 'PENDING'> =>
  status !== undefined && status !== 'PENDING';
