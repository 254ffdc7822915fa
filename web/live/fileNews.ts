import type { OnMyFileEventSubscription } from '../../schema/generated/documents';
import type { FileCache } from '../files/fileCache';

export type FileEvent = NonNullable<OnMyFileEventSubscription['onMyFileEvent']>;

/** Shows an event in the lists; false where the file may have a place in others, which only the server knows. */
export type ShowFileEvent = (event: FileEvent) => boolean;

const mostRemembered = 10_000;

/** Events may come twice, and late: what is older than what was shown last of a file is passed over. */
export const createFileNews = (cache: Pick<FileCache, 'add' | 'remove' | 'replace'>): ShowFileEvent => {
  const shown = new Map<string, number>();
  return (event) => {
    const version = versionOf(event);
    if (version < (shown.get(event.fileId) ?? 0)) return true;
    shown.delete(event.fileId);
    shown.set(event.fileId, version);
    const [oldest] = shown.keys();
    if (shown.size > mostRemembered && oldest !== undefined) shown.delete(oldest);
    return show(cache, event);
  };
};

/** Every change after the upload counts the version up; what is gone for good changes no more. */
const versionOf = ({ type, file }: FileEvent): number => (type === 'DELETED' ? Infinity : file.version);

const show = (cache: Pick<FileCache, 'add' | 'remove' | 'replace'>, { type, fileId, file }: FileEvent): boolean => {
  switch (type) {
    case 'CHANGED':
      cache.replace(file);
      return true;
    case 'DELETED':
    case 'REJECTED':
      cache.remove('AVAILABLE', [fileId]);
      cache.remove('TRASHED', [fileId]);
      return true;
    case 'TRASHED':
      cache.remove('AVAILABLE', [fileId]);
      return false;
    case 'RESTORED':
      cache.remove('TRASHED', [fileId]);
      cache.add(file);
      return false;
    case 'UPLOADED':
      cache.add(file);
      return false;
  }
};
