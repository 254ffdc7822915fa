import { acceptedType } from '../../schema/requests/acceptedType';
import { pendingUploads } from '../../schema/requests/pendingUploads';
import { api } from '../api/ask';
import type { FileItem } from '../files/useFiles';
import type { Claims } from './claims';
import type { Policy } from './policy';
import type { Uploader, UploadMeta, UploadUppy } from './uploader';

export interface SelectDeps {
  readonly uppy: UploadUppy;
  readonly policy: () => Promise<Policy>;
  readonly claims: Claims;
}

/** Adds files to Uppy, as new uploads or as the continuation of unfinished ones. */
export const createSelectFiles = ({ uppy, policy, claims }: SelectDeps): Pick<Uploader, 'add' | 'resumeWith'> => {
  const begin = (file: File, type: string, meta: UploadMeta = {}): void => {
    uppy.addFile({ name: file.name.normalize('NFC'), type, data: file, source: 'page', meta: { ...meta } });
  };
  const resume = (file: File, { fileId, key, contentType }: FileItem): void =>
    begin(file, contentType, { fileId, key, isResumed: true });

  const unclaimed = async (): Promise<FileItem[]> => {
    try {
      const [pending, held] = await Promise.all([pendingUploads(api), claims.held()]);
      return pending.filter(({ fileId }) => !held.has(fileId));
    } catch {
      return []; // The unfinished uploads are unknown now; a new upload is right in any case.
    }
  };
  return {
    add: async (files) => {
      const [{ allowedContentTypes }, pending] = await Promise.all([policy(), unclaimed()]);
      for (const file of files) {
        const type = acceptedType(file.type, allowedContentTypes);
        const index = pending.findIndex((row) => isSame(row, file, type));
        const [row] = index < 0 ? [] : pending.splice(index, 1);
        if (row) resume(file, row);
        else begin(file, type);
      }
    },
    resumeWith: async (unfinished, file) => {
      await policy();
      resume(new File([file], unfinished.fileName, { type: unfinished.contentType }), unfinished);
    },
  };
};

const isSame = (row: FileItem, file: File, type: string): boolean =>
  row.fileName === file.name.normalize('NFC') && row.size === file.size && row.contentType === type;
