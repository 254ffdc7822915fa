import { beginUpload } from './beginUpload';
import { requireUnchanged, type LocalFile } from './localFile';
import type { FileMeter } from './meter';
import type { Sending } from './putFresh';
import { showBytes } from './quantities';
import { sendBytes } from './sendBytes';
import type { UploadState } from './uploadState';
import type { View } from './view';

export interface Uploading extends Sending {
  readonly state: UploadState;
  readonly view: View;
}

/** One file from ticket to saved metadata: the whole of what a client has to do. */
export const uploadFile = async (file: LocalFile, meter: FileMeter, uploading: Uploading): Promise<void> => {
  const { api, state, view } = uploading;
  const begun = await beginUpload(file, api, state);
  if (begun === 'SAVED') {
    meter.hold(file.size);
  } else {
    const { ticket, progress } = begun;
    if (progress !== undefined && progress.receivedBytes > 0) {
      meter.hold(progress.receivedBytes);
      view.say(`${meter.name}  goes on: ${heldOf(progress)}`);
    }
    await sendBytes(file, begun, uploading, (partNumber, bytes) => {
      meter.report(partNumber, bytes);
      view.advance(meter);
    });
    await requireUnchanged(file);
    await api.save(ticket.fileId);
  }
  await state.forget(file);
  view.say(`${meter.name}  saved, ${showBytes(file.size)}${sentOf(meter)}`);
};

const heldOf = (progress: { receivedBytes: number; partCount: number | null; receivedParts: unknown[] }): string =>
  progress.partCount === null
    ? 'its bytes are there'
    : `${progress.receivedParts.length} of ${progress.partCount} parts are there, ${showBytes(progress.receivedBytes)}`;

const sentOf = (meter: FileMeter): string =>
  meter.held() === 0 ? '' : `, ${showBytes(meter.sent())} of them sent now`;
