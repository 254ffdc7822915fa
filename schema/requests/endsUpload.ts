import { isRefusal } from './errors';

/** Whether an upload is of no use any more: what was sent for it can never be saved, and only a new one helps. */
export const endsUpload = (error: unknown): boolean =>
  isRefusal(
    error,
    'UPLOAD_NOT_FOUND',
    'UPLOAD_EXPIRED',
    'SIZE_MISMATCH',
    'CONTENT_TYPE_MISMATCH',
    'CHECKSUM_MISMATCH',
    'STATE_CONFLICT',
  );
