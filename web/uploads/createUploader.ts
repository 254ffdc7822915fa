import AwsS3 from '@uppy/aws-s3';
import Uppy from '@uppy/core';
import { AbortUpload } from '../../schema/generated/amplify';
import { gather } from '../../schema/requests/gather';
import { createReserve } from '../../schema/requests/reserve';
import { saveEach } from '../../schema/requests/saveEach';
import { api, ask } from '../api/ask';
import type { FileItem } from '../files/useFiles';
import { createCare } from './care';
import type { Claims } from './claims';
import { describeUpload, isActive } from './describeUpload';
import { createMeter } from './meter';
import { createPolicy } from './policy';
import { prepareParts } from './prepareParts';
import { createSelectFiles } from './selectFiles';
import { createSnapshot } from './snapshot';
import { storageOptions } from './storageOptions';
import { createTicketDesk } from './ticketDesk';
import { readingError } from './readingError';
import type { Upload, Uploader, UploadBody, UploadFile, UploadMeta } from './uploader';

export interface UploaderOptions {
  readonly claims: Claims;
  readonly onSaved: (file: FileItem) => void;
  /** An unfinished upload was given up. */
  readonly onAborted: (fileId: string) => void;
}

/** Uploads with Uppy: tickets say where to, and interrupted uploads resume by themselves. */
export const createUploader = ({ claims, onSaved, onAborted }: UploaderOptions): Uploader => {
  const life = { isOver: false };
  const uppy = new Uppy<UploadMeta, UploadBody>({
    autoProceed: true,
    // A random id: two files with the same name and size are two uploads.
    onBeforeFileAdded: (file) => ({ ...file, id: crypto.randomUUID() }),
    logger: { debug: () => undefined, warn: () => undefined, error: () => undefined }, // the panel shows errors
  });
  const policy = createPolicy();
  // Canceled by the user. If this request is lost, the pending upload expires by itself within a day.
  const abort = (fileId: string): void => {
    if (life.isOver) return;
    onAborted(fileId);
    ask(AbortUpload, { input: { fileId } }).catch(() => undefined);
  };
  const desk = createTicketDesk({
    uppy,
    reserve: createReserve(api),
    onTicket: claims.claim, // before any bytes are sent, so that nothing else continues this upload
    onLateTicket: abort,
  });
  const meter = createMeter();
  // Uploads that finish at about the same time are saved in one request.
  const save = gather((fileIds: readonly string[]) => saveEach(api, fileIds), { waitMilliseconds: 40 });
  const care = createCare({ uppy, desk, save, onSaved });
  const snapshot = createSnapshot(uppy, (file) => describeUpload(file, meter.bytesPerSecond(file.id, Date.now())));

  uppy.addPreProcessor(prepareParts(uppy, desk, policy));
  uppy.use(AwsS3, storageOptions(uppy, desk));
  uppy.on('upload-progress', (file, { bytesUploaded }) => {
    if (!file) return;
    meter.note(file.id, Number(bytesUploaded), Date.now());
    care.relax(file.id);
  });
  uppy.on('upload-success', (file) => void (file && care.finish(file.id)));
  const failed = async ({ id, data }: Pick<UploadFile, 'id' | 'data'>, error: Error): Promise<void> =>
    care.fail(id, (await readingError(data)) ?? error);
  uppy.on('upload-error', (file, error) => void (file && failed(file, error)));
  uppy.on('file-removed', ({ id, meta: { fileId, stage } }) => {
    [care, meter, desk].forEach((part) => part.forget(id));
    if (fileId === undefined) return;
    claims.release(fileId);
    if (stage !== 'saved') abort(fileId);
  });

  const idsOf = (isMeant: (upload: Upload) => boolean): string[] =>
    snapshot
      .now()
      .filter(isMeant)
      .map(({ id }) => id);
  const togglePause = (id: string): void => void uppy.pauseResume(id);
  return {
    ...createSelectFiles({ uppy, policy, claims }),
    togglePause,
    pauseAll: () => idsOf(({ state }) => state === 'sending' || state === 'waiting').forEach(togglePause),
    resumeAll: () => idsOf(({ state }) => state === 'paused').forEach(togglePause),
    retry: care.retry,
    cancel: (id) => uppy.removeFile(id),
    cancelAll: () => uppy.removeFiles(idsOf(isActive)),
    clear: () => uppy.removeFiles(idsOf((upload) => !isActive(upload))),
    subscribe: snapshot.subscribe,
    list: snapshot.list,
    close: () => {
      life.isOver = true; // unfinished uploads are not aborted: they can be resumed later
      [care, snapshot].forEach((part) => part.close());
      uppy.destroy();
    },
  };
};
