import { isRefusal } from '../../schema/requests/errors';
import type { FileItem } from '../files/useFiles';
import { knownParts } from './knownParts';
import { reasonOf } from './reasonOf';
import { createRecovery } from './recovery';
import type { TicketDesk } from './ticketDesk';
import type { UploadUppy } from './uploader';

/** Has an upload proven and saved. */
export type Save = (fileId: string) => Promise<FileItem>;

/** Sees every upload through: saves it once its bytes are sent, and resumes it after an interruption. */
export interface Care {
  readonly finish: (id: string) => Promise<void>;
  readonly fail: (id: string, error: unknown) => void;
  readonly retry: (id: string) => void;
  /** Resets the retry delay, since bytes are flowing again. */
  readonly relax: (id: string) => void;
  readonly forget: (id: string) => void;
  readonly close: () => void;
}

export interface CareDeps {
  readonly uppy: UploadUppy;
  readonly desk: TicketDesk;
  readonly save: Save;
  readonly onSaved: (file: FileItem) => void;
}

export const createCare = ({ uppy, desk, save, onSaved }: CareDeps): Care => {
  const retry = (id: string): void => {
    const file = uppy.getFile(id);
    if (!file || file.meta.stage === 'saved') return;
    uppy.setFileMeta(id, { problem: undefined, waits: false });
    if (file.meta.stage === 'saving') return void finish(id);
    const { fileId, key } = file.meta;
    const isInParts = desk.known(id)?.method === 'MULTIPART' && fileId !== undefined && key !== undefined;
    uppy.setFileState(id, {
      progress: { ...file.progress, uploadComplete: false },
      ...knownParts(isInParts ? { fileId, key } : undefined),
    });
    uppy.retryUpload(id).catch(() => undefined); // the `upload-error` event reports it
  };
  const recovery = createRecovery(retry);

  const wait = (id: string): void => {
    uppy.setFileMeta(id, { waits: true });
    recovery.later(id);
  };
  /** Forgets the existing upload, so that the next attempt begins a new one. */
  const startOver = (id: string): void => {
    desk.forget(id);
    uppy.setFileMeta(id, { fileId: undefined, key: undefined, declared: undefined, stage: undefined });
  };
  const fail = (id: string, error: unknown): void => {
    const file = uppy.getFile(id);
    if (!file) return;
    const reason = reasonOf(error);
    if (reason.next === 'save') return void finish(id);
    if (reason.next === 'wait' || (reason.next === 'insist' && recovery.isPatient(id))) return wait(id);
    if (reason.next === 'renew' || reason.next === 'restart') startOver(id);
    if (isRefusal(error, 'OBJECT_MISSING')) uppy.setFileMeta(id, { stage: undefined });
    if (reason.next === 'renew' && !file.meta.isRenewed) {
      uppy.setFileMeta(id, { isRenewed: true });
      return wait(id);
    }
    recovery.relax(id); // a manual retry gets the full number of attempts again
    uppy.setFileMeta(id, { problem: reason.words, isFinal: reason.next === 'end' });
  };
  const finish = async (id: string): Promise<void> => {
    const { fileId } = uppy.getFile(id)?.meta ?? {};
    if (fileId === undefined) return;
    uppy.setFileMeta(id, { stage: 'saving' });
    try {
      const saved = await save(fileId);
      if (uppy.getFile(id)) uppy.setFileMeta(id, { stage: 'saved' });
      onSaved(saved);
    } catch (error) {
      fail(id, error);
    }
  };
  return { finish, fail, retry, relax: recovery.relax, forget: recovery.forget, close: recovery.close };
};
