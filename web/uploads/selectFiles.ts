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
  /** Whether an upload of this window is, or may be as soon as its ticket arrives, the one of this row. */
  const isOurs = (row: FileItem): boolean =>
    uppy.getFiles().some(({ meta, name, size, type }) => {
      if (meta.fileId !== undefined) return meta.fileId === row.fileId;
      return row.fileName === name && row.size === size && row.contentType === type;
    });

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
      const added = files.map((file) => {
        const type = acceptedType(file.type, allowedContentTypes);
        const index = pending.findIndex((row) => isSame(row, file, type) && !isOurs(row));
        const [row] = index < 0 ? [] : pending.splice(index, 1);
        return row ? resumed(file, row) : begun(file, type);
      });
      uppy.addFiles(added); // at once: one by one, each would copy the whole list
    },
    resumeWith: async (unfinished, file) => {
      await policy();
      uppy.addFile(resumed(new File([file], unfinished.fileName, { type: unfinished.contentType }), unfinished));
    },
  };
};

const begun = (file: File, type: string, meta: UploadMeta = {}) => ({
  name: file.name.normalize('NFC'),
  type,
  data: file,
  source: 'page',
  meta: { ...meta },
});

const resumed = (file: File, row: FileItem) => {
  const { fileId, key, contentType, checksumSha256, checksumCrc64Nvme } = row;
  const declared = { checksumSha256, checksumCrc64Nvme };
  return begun(file, contentType, { fileId, key, declared, isResumed: true });
};

/** Whether a file may be the one that an upload was begun with. One that has changed since is another file. */
const isSame = (row: FileItem, file: File, type: string): boolean =>
  row.fileName === file.name.normalize('NFC') &&
  row.size === file.size &&
  row.contentType === type &&
  file.lastModified <= Date.parse(row.createdAt);
