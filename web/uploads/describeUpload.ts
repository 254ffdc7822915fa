import type { Upload, UploadFile, UploadState } from './uploader';

/** An Uppy file as the user sees it. */
export const describeUpload = (file: UploadFile, bytesPerSecond: number): Upload => {
  const { fileId, problem, isFinal = false, stage } = file.meta;
  const size = file.size ?? 0;
  const state = stateOf(file);
  const sent = stage === undefined ? Math.min(Number(file.progress.bytesUploaded || 0), size) : size;
  return {
    id: file.id,
    fileId,
    name: file.name ?? '',
    type: file.type,
    size,
    sent,
    state,
    problem,
    isFinal,
    bytesPerSecond: state === 'sending' ? bytesPerSecond : 0,
  };
};

/** Whether an upload still needs this window. */
export const isActive = ({ state }: Pick<Upload, 'state'>): boolean => state !== 'done' && state !== 'failed';

const stateOf = ({ meta, isPaused, progress }: UploadFile): UploadState => {
  if (meta.problem !== undefined) return 'failed';
  if (meta.stage === 'saved') return 'done';
  if (meta.waits) return 'offline';
  if (meta.stage === 'saving') return 'saving';
  if (isPaused) return 'paused';
  return Number(progress.bytesUploaded) > 0 ? 'sending' : 'waiting';
};
