import type { GetUploadUrlInput } from '../../schema/generated/documents';
import { declareChecksum } from './declareChecksum';
import { Refused } from './errors';
import type { FilesApi, Progress, Ticket } from './filesApi';
import type { LocalFile } from './localFile';
import type { UploadState } from './uploadState';

/** An upload that can be sent. */
export interface Begun {
  readonly promise: GetUploadUrlInput;
  readonly ticket: Ticket;
  /** What storage holds of it already; only of an upload that goes on. */
  readonly progress?: Progress;
}

export interface Beginning {
  readonly api: FilesApi;
  readonly state: UploadState;
  readonly signal: AbortSignal;
}

/** Goes on with the upload that an earlier run began, or begins one. `SAVED`: the earlier run was done but for us. */
export const beginUpload = async (file: LocalFile, { api, state, signal }: Beginning): Promise<Begun | 'SAVED'> => {
  const { name: fileName, contentType, size } = file;
  const promise = { fileName, contentType, size, ...(await declareChecksum(file, signal)) };
  const known = await state.recall(file);
  const earlier = known === undefined ? undefined : await goOn(known, promise, api);
  if (earlier !== undefined) return earlier;
  const ticket = await api.askTicket(promise);
  await state.remember(file, ticket.fileId); // before the first byte: from now on a stop costs nothing
  return { promise, ticket };
};

const goOn = async (
  fileId: string,
  promise: GetUploadUrlInput,
  api: FilesApi,
): Promise<Begun | 'SAVED' | undefined> => {
  const progress = await unlessRefused(api.askProgress(fileId));
  if (progress === undefined) {
    // Not pending: saved, with an answer that was lost, or gone.
    return unlessRefused(api.save(fileId).then(() => 'SAVED' as const));
  }
  const ticket = await unlessRefused(api.askTicket({ ...promise, fileId }));
  return ticket && { promise, ticket, progress };
};

const unlessRefused = <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> =>
  answer.catch((error: unknown) => (error instanceof Refused ? undefined : Promise.reject(error)));
