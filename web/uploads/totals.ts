import { isActive } from './describeUpload';
import type { Upload } from './uploader';

/** The totals of a list of uploads; failed ones do not count towards size and progress. */
export const totalsOf = (uploads: readonly Upload[]) => {
  const counted = uploads.filter(({ state }) => state !== 'failed');
  const sum = (value: (upload: Upload) => number, of = counted): number => of.reduce((all, one) => all + value(one), 0);
  const active = uploads.filter(isActive);
  const size = sum((upload) => upload.size);
  const sent = sum((upload) => upload.sent);
  const bytesPerSecond = sum((upload) => upload.bytesPerSecond, active);
  return {
    size,
    sent,
    bytesPerSecond,
    secondsLeft: bytesPerSecond > 0 ? (size - sent) / bytesPerSecond : undefined,
    active: active.length,
    done: uploads.filter(({ state }) => state === 'done').length,
    failed: uploads.length - counted.length,
    count: uploads.length,
  };
};
