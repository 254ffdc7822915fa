import { maxAtOnce } from '../../schema/requests/askEach';
import { failureOf, type Failure } from './failure';
import { forEachUntilFailure } from './forEachUntilFailure';
import type { LocalFile } from './localFile';
import { createFileMeter, printable } from './meter';
import { uploadFile, type Uploading } from './uploadFile';

/** A path, with the file there or the reason why it cannot be opened. */
export type Opened = { readonly path: string } & ({ readonly file: LocalFile } | { readonly failure: Failure });

/** How a file's upload ended: saved, failed, or stopped. */
export interface Outcome {
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly end: 'SAVED' | 'STOPPED' | Failure;
}

/** Uploads all files, as many at once as fit into a request, or `parallel` if more. A failed one stops no other. */
export const uploadFiles = async (opened: readonly Opened[], uploading: Uploading): Promise<readonly Outcome[]> => {
  const outcomes = new Map<Opened, Outcome>(opened.map((one) => [one, unsent(one)]));
  const { signal, view, parallel } = uploading;
  const work = async (one: Opened): Promise<void> => {
    if (!('file' in one)) return;
    const meter = createFileMeter(one.file);
    view.begin(meter);
    const end = await uploadFile(one.file, meter, uploading).then(
      () => 'SAVED' as const,
      (error: unknown) => (signal.aborted ? ('STOPPED' as const) : failureOf(error)),
    );
    view.end(meter);
    outcomes.set(one, { name: meter.name, size: meter.size, sent: meter.sent(), end });
    if (typeof end !== 'string') view.say(`${meter.name}  failed: ${end.errorType}: ${printable(end.message)}`);
  };
  await forEachUntilFailure(opened, Math.max(maxAtOnce, parallel), signal, work).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return opened.flatMap((one) => outcomes.get(one) ?? []);
};

const unsent = (one: Opened): Outcome =>
  'file' in one
    ? { name: printable(one.file.name), size: one.file.size, sent: 0, end: 'STOPPED' }
    : { name: printable(one.path), size: 0, sent: 0, end: one.failure };
