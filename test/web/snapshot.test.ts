import Uppy from '@uppy/core';
import { expect, it, onTestFinished, vi } from 'vitest';
import { describeUpload } from '../../web/uploads/describeUpload';
import { createMeter } from '../../web/uploads/meter';
import { createSnapshot } from '../../web/uploads/snapshot';
import type { UploadBody, UploadMeta } from '../../web/uploads/uploader';

it('An upload that stalls loses its speed on the screen, though nothing is reported of it', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const uppy = new Uppy<UploadMeta, UploadBody>();
  const meter = createMeter();
  const snapshot = createSnapshot(uppy, (file) => describeUpload(file, meter.bytesPerSecond(file.id, Date.now())));
  onTestFinished(snapshot.close);
  const id = uppy.addFile({ name: 'film.mp4', type: 'video/mp4', data: new Blob(['a'.repeat(10_000)]) });
  const shown: (number | undefined)[] = [];
  snapshot.subscribe(() => shown.push(snapshot.list()[0]?.bytesPerSecond));

  for (const bytesUploaded of [1_000, 2_000, 3_000]) {
    meter.note(id, bytesUploaded, Date.now());
    uppy.setFileState(id, { progress: { uploadStarted: 1, bytesUploaded, bytesTotal: 10_000 } });
    vi.advanceTimersByTime(1_000);
  }
  const [moving] = shown.slice(-1);
  vi.advanceTimersByTime(60_000);

  expect(moving).toBeGreaterThan(0);
  expect(shown.at(-1)).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
