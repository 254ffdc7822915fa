import type { UppyFile } from '@uppy/core';
import type { Uppy } from '@uppy/core';
import type { FileItem } from '../files/useFiles';

/** What the page notes down beside a file of Uppy's. */
export interface UploadMeta extends Record<string, unknown> {
  readonly fileId?: string;
  readonly key?: string;
  /** What became of it after its bytes were sent. */
  readonly stage?: 'saving' | 'saved';
  /** Why it ended, in words for people. */
  readonly problem?: string;
  /** It goes on by itself once the network is back. */
  readonly waits?: boolean;
  /** It was begun before, in another window or on another device. */
  readonly isResumed?: boolean;
  /** Its first upload had expired; it was begun anew once. */
  readonly isRenewed?: boolean;
}

export type UploadBody = Record<string, unknown>;
export type UploadUppy = Uppy<UploadMeta, UploadBody>;
export type UploadFile = UppyFile<UploadMeta, UploadBody>;

/** Where an upload stands. */
export type UploadState = 'waiting' | 'sending' | 'paused' | 'offline' | 'saving' | 'done' | 'failed';

/** An upload as people see it. */
export interface Upload {
  readonly id: string;
  readonly fileId?: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sent: number;
  readonly state: UploadState;
  readonly problem?: string;
  readonly bytesPerSecond: number;
}

/** Uploads of one signed-in person, in this window. */
export interface Uploader {
  /** Begins to upload, or goes on with an upload that was begun before and is the same file. */
  readonly add: (files: readonly File[]) => Promise<void>;
  /** Goes on with an unfinished upload, with the file chosen again. */
  readonly resumeWith: (unfinished: FileItem, file: File) => Promise<void>;
  readonly togglePause: (id: string) => void;
  readonly pauseAll: () => void;
  readonly resumeAll: () => void;
  readonly retry: (id: string) => void;
  readonly cancel: (id: string) => void;
  readonly cancelAll: () => void;
  /** Takes what is done off the list. */
  readonly clear: () => void;
  readonly subscribe: (changed: () => void) => () => void;
  /** The uploads as they stand; the same array until something has changed. */
  readonly list: () => readonly Upload[];
  readonly close: () => void;
}
