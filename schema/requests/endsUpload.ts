import { isRefusal } from './errors';

/** Whether an error ends an upload for good: what was sent can never be saved, and only a new upload helps. */
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
