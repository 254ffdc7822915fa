import { randomUUID } from 'node:crypto';
import {
  AbortUpload,
  DeleteFile,
  GetFile,
  RestoreFile,
  SaveFileMetadata,
  UpdateFile,
} from '../../schema/generated/amplify';
import type { FileStatus } from '../../schema/generated/types';
import type { Ask } from '../clients/startSession';

/** A change that a person can make to a file: how, the status it leads to, and the refusals it may meet. */
interface Change {
  readonly send: (ask: Ask, fileId: string) => Promise<unknown>;
  readonly leaves: FileStatus | undefined;
  readonly refusals: readonly string[];
}

export const changes = {
  save: {
    send: (ask, fileId) => ask(SaveFileMetadata, { input: { fileId } }),
    leaves: 'AVAILABLE',
    refusals: ['CHECKSUM_MISMATCH', 'OBJECT_MISSING', 'STATE_CONFLICT', 'UPLOAD_EXPIRED', 'UPLOAD_NOT_FOUND'],
  },
  rename: {
    send: async (ask, fileId) => {
      const { getFile } = await ask(GetFile, { fileId });
      return ask(UpdateFile, { input: { fileId, version: getFile?.version ?? 1, fileName: randomUUID() } });
    },
    leaves: 'AVAILABLE',
    refusals: ['NOT_FOUND', 'STATE_CONFLICT', 'VERSION_CONFLICT'],
  },
  trash: {
    send: (ask, fileId) => ask(DeleteFile, { input: { fileId } }),
    leaves: 'TRASHED',
    refusals: ['BUSY', 'NOT_FOUND', 'STATE_CONFLICT'],
  },
  restore: {
    send: (ask, fileId) => ask(RestoreFile, { input: { fileId } }),
    leaves: 'AVAILABLE',
    refusals: ['BUSY', 'NOT_FOUND'],
  },
  remove: {
    send: (ask, fileId) => ask(DeleteFile, { input: { fileId, permanent: true } }),
    leaves: undefined,
    refusals: ['BUSY', 'STATE_CONFLICT'],
  },
  abort: {
    send: (ask, fileId) => ask(AbortUpload, { input: { fileId } }),
    leaves: undefined,
    refusals: ['UPLOAD_NOT_FOUND'],
  },
} as const satisfies Record<string, Change>;

export type ChangeName = keyof typeof changes;
