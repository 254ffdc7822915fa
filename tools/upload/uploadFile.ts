import { endsUpload } from '../../schema/requests/endsUpload';
import { beginUpload, type Begun } from './beginUpload';
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

/** Uploads one file, from ticket to saved metadata: everything a client has to do. */
export const uploadFile = async (file: LocalFile, meter: FileMeter, uploading: Uploading): Promise<void> => {
  const { state, view, company } = uploading;
  const begun = await beginUpload(file, { ...uploading, onRead: meter.noteRead });
  if (begun === 'SAVED') {
    meter.hold(file.size);
  } else {
    const send = () => sendAll(file, begun, meter, uploading);
    await (begun.ticket.method === 'PUT' ? company.sending.during(send) : send());
    await save(file, begun.ticket.fileId, uploading);
  }
  // Counted as beginning, since the file whose turn is next will soon ask for a ticket.
  await company.beginning.during(() => state.forget(file));
  view.say(`${meter.name}  saved, ${showBytes(file.size)}${sentOf(meter)}`);
};

const sendAll = async (file: LocalFile, begun: Begun, meter: FileMeter, uploading: Uploading): Promise<void> => {
  const { state, view } = uploading;
  const { ticket, progress } = begun;
  await state.remember(file, ticket.fileId); // from now on a stopped run can be resumed
  if (progress !== undefined && progress.receivedBytes > 0) {
    meter.hold(progress.receivedBytes);
    view.say(`${meter.name}  resumes: ${heldOf(progress)}`);
  }
  await sendBytes(file, begun, uploading, (partNumber, bytes) => {
    meter.report(partNumber, bytes);
    view.advance(meter);
  });
  await requireUnchanged(file);
};

const save = async (file: LocalFile, fileId: string, { api, state }: Uploading): Promise<void> => {
  try {
    await api.save(fileId);
  } catch (error) {
    if (endsUpload(error)) await state.forget(file); // the next run begins a new upload
    throw error;
  }
};

const heldOf = (progress: { receivedBytes: number; partCount: number | null; receivedParts: unknown[] }): string =>
  progress.partCount === null
    ? 'its bytes are already stored'
    : `${progress.receivedParts.length} of ${progress.partCount} parts already stored, ${showBytes(progress.receivedBytes)}`;

const sentOf = (meter: FileMeter): string => (meter.held() === 0 ? '' : `, ${showBytes(meter.sent())} sent now`);
