import { join } from 'node:path';
import { algorithms, type Algorithm } from '../body/checksums';
import { createUploadIds } from './createUploadIds';
import { openRecords } from './records';
import { hasNumbers, hasTexts, isChecksumRecord, isTexts, type Checksum, type Piece, type Tag } from './version';
import { isJsonObject } from '../../json';

/** A multipart upload in progress: neither completed nor aborted. */
export interface Upload {
  readonly uploadId: string;
  readonly bucket: string;
  readonly key: string;
  readonly initiated: number;
  /** The sequence of the object's newest version when it began, 0 without one; absent in records of older twins. */
  readonly begunOver?: number;
  /** The ARN of who began it; absent in records of older twins, and for a caller without a name. */
  readonly initiator?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: readonly Tag[];
  /** The algorithm of the parts' checksums, and how they form the object's. */
  readonly checksum?: { readonly algorithm: Algorithm; readonly type: Checksum['type'] };
}

export interface Part extends Omit<Piece, 'checksum'> {
  readonly uploadId: string;
  readonly partNumber: number;
  readonly etag: string;
  readonly lastModified: number;
  readonly checksum?: Checksum;
}

/** The multipart uploads in progress; they and their acknowledged parts survive a restart. */
export interface Uploads {
  readonly all: () => readonly Upload[];
  readonly find: (uploadId: string) => Upload | undefined;
  /** By part number, ascending. */
  readonly parts: (uploadId: string) => readonly Part[];
  readonly begin: (upload: Omit<Upload, 'uploadId'>) => Promise<Upload>;
  /** Adds a part; resolves with the part of the same number that it replaces, if any. */
  readonly addPart: (part: Part) => Promise<Part | undefined>;
  /** Removes the records of an upload and its parts, but not their bytes. */
  readonly end: (uploadId: string) => Promise<void>;
  readonly blobIds: () => readonly string[];
}

/** Opens the uploads of a store, dropping those that were already completed. */
export const openUploads = async (directory: string, completed: ReadonlySet<string | undefined>): Promise<Uploads> => {
  const uploadRecords = await openRecords(join(directory, 'uploads'), isUpload);
  const partRecords = await openRecords(join(directory, 'parts'), isPart);
  const createUploadId = createUploadIds();
  const uploads = new Map<string, { readonly upload: Upload; readonly parts: Map<number, Part> }>();

  const end = async (uploadId: string): Promise<void> => {
    const parts = [...(uploads.get(uploadId)?.parts.values() ?? [])];
    uploads.delete(uploadId);
    await uploadRecords.remove([uploadId]);
    await partRecords.remove(parts.map(nameOf));
  };

  for (const upload of await uploadRecords.all()) uploads.set(upload.uploadId, { upload, parts: new Map() });
  for (const part of await partRecords.all()) {
    const open = uploads.get(part.uploadId);
    if (open === undefined) await partRecords.remove([nameOf(part)]);
    else open.parts.set(part.partNumber, part);
  }
  for (const uploadId of [...uploads.keys()]) if (completed.has(uploadId)) await end(uploadId);

  return {
    all: () => [...uploads.values()].map(({ upload }) => upload),
    find: (uploadId) => uploads.get(uploadId)?.upload,
    parts: (uploadId) => [...(uploads.get(uploadId)?.parts.values() ?? [])].sort((a, b) => a.partNumber - b.partNumber),
    begin: async (draft) => {
      const upload = { ...draft, uploadId: createUploadId(draft.initiated) };
      await uploadRecords.write(upload.uploadId, upload);
      uploads.set(upload.uploadId, { upload, parts: new Map() });
      return upload;
    },
    addPart: async (part) => {
      const parts = uploads.get(part.uploadId)?.parts;
      const replaced = parts?.get(part.partNumber);
      await partRecords.write(nameOf(part), part);
      parts?.set(part.partNumber, part);
      return replaced;
    },
    end,
    blobIds: () => [...uploads.values()].flatMap(({ parts }) => [...parts.values()].map(({ blobId }) => blobId)),
  };
};

const nameOf = ({ uploadId, partNumber }: Part): string => `${uploadId}.${partNumber}`;

const isUpload = (value: unknown): value is Upload =>
  isJsonObject(value) &&
  hasTexts(value, ['uploadId', 'bucket', 'key']) &&
  hasNumbers(value, ['initiated']) &&
  isTexts(value['headers']) &&
  Array.isArray(value['tags']) &&
  (value['begunOver'] === undefined || Number.isFinite(value['begunOver'])) &&
  (value['initiator'] === undefined || typeof value['initiator'] === 'string') &&
  (value['checksum'] === undefined ||
    (isJsonObject(value['checksum']) &&
      algorithms.some((known) => isJsonObject(value['checksum']) && known === value['checksum']['algorithm'])));

const isPart = (value: unknown): value is Part =>
  isJsonObject(value) &&
  hasTexts(value, ['uploadId', 'blobId', 'etag']) &&
  hasNumbers(value, ['partNumber', 'size', 'lastModified']) &&
  (value['checksum'] === undefined || isChecksumRecord(value['checksum']));
