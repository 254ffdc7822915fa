import type { UppyFile, Uppy } from '@uppy/core';
import type { FileItem } from '../files/useFiles';

/** What the page stores with an Uppy file. */
export interface UploadMeta extends Record<string, unknown> {
  readonly fileId?: string;
  readonly key?: string;
  /** The checksums that were declared when the upload was begun. */
  readonly declared?: Pick<FileItem, 'checksumSha256' | 'checksumCrc64Nvme'>;
  /** How far it is after its bytes were sent. */
  readonly stage?: 'saving' | 'saved';
  /** Why it failed, in words for the user. */
  readonly problem?: string;
  /** The problem is one that no retry solves. */
  readonly isFinal?: boolean;
  /** It waits for a retry, which comes by itself. */
  readonly waits?: boolean;
  /** It was begun earlier, in another window or on another device. */
  readonly isResumed?: boolean;
  /** Its upload had expired or was gone, and a new one was begun, which happens only once. */
  readonly isRenewed?: boolean;
}

export type UploadBody = Record<string, unknown>;
export type UploadUppy = Uppy<UploadMeta, UploadBody>;
export type UploadFile = UppyFile<UploadMeta, UploadBody>;

export type UploadState = 'waiting' | 'sending' | 'paused' | 'offline' | 'saving' | 'done' | 'failed';

/** An upload as the user sees it. */
export interface Upload {
  readonly id: string;
  readonly fileId?: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sent: number;
  readonly state: UploadState;
  readonly problem?: string;
  /** Whether it failed for a reason that no retry changes. */
  readonly isFinal: boolean;
  readonly bytesPerSecond: number;
}

/** The uploads of the signed-in user in this window. */
export interface Uploader {
  /** Uploads files; resumes the unfinished upload of a file with the same name, size and type, if it has not changed. */
  readonly add: (files: readonly File[]) => Promise<void>;
  /** Resumes an unfinished upload with the file that the user chose again. */
  readonly resumeWith: (unfinished: FileItem, file: File) => Promise<void>;
  readonly togglePause: (id: string) => void;
  readonly pauseAll: () => void;
  readonly resumeAll: () => void;
  readonly retry: (id: string) => void;
  readonly cancel: (id: string) => void;
  readonly cancelAll: () => void;
  /** Removes finished and failed uploads from the list. */
  readonly clear: () => void;
  readonly subscribe: (changed: () => void) => () => void;
  /** The current uploads; the same array until something changes. */
  readonly list: () => readonly Upload[];
  readonly close: () => void;
}
