import type { FileCache } from '../files/fileCache';
import type { FileEvent } from './followFileEvents';

/** Applies an event to the lists; false if the file may also belong in others, which only the server knows. */
export type ShowFileEvent = (event: FileEvent) => boolean;

type Lists = Pick<FileCache, 'add' | 'remove' | 'replace'>;

const maxRemembered = 10_000;

/** Events may arrive twice or late: one older than the last shown for its file is ignored. */
export const createFileNews = (lists: Lists): ShowFileEvent => {
  const shown = new Map<string, number>();
  return (event) => {
    const version = versionOf(event);
    if (version < (shown.get(event.fileId) ?? 0)) return true;
    shown.delete(event.fileId);
    shown.set(event.fileId, version);
    const [oldest] = shown.keys();
    if (shown.size > maxRemembered && oldest !== undefined) shown.delete(oldest);
    return show(lists, event);
  };
};

/** Every change after the upload increments the version; after DELETED there are no more changes. */
const versionOf = ({ type, file }: FileEvent): number => (type === 'DELETED' ? Infinity : file.version);

const show = (lists: Lists, { type, fileId, file }: FileEvent): boolean => {
  switch (type) {
    case 'CHANGED':
      lists.replace(file);
      return false; // a new name has another place in some lists, and in others none
    case 'DELETED':
    case 'REJECTED':
      lists.remove('AVAILABLE', [fileId]);
      lists.remove('TRASHED', [fileId]);
      return true;
    case 'TRASHED':
      lists.remove('AVAILABLE', [fileId]);
      return false;
    case 'RESTORED':
      lists.remove('TRASHED', [fileId]);
      lists.add(file);
      return false;
    case 'UPLOADED':
      lists.add(file);
      return false;
  }
};
