import { limits } from '../../config/limits';
import type { GetUploadUrlInput } from '../../schema/generated/documents';
import { endsUpload } from '../../schema/requests/endsUpload';
import type { Ticket } from '../../schema/requests/reserve';
import type { Company } from './company';
import { declareChecksum } from './declareChecksum';
import type { FilesApi, Progress } from './filesApi';
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
  readonly company: Company;
}

/** Goes on with the upload that an earlier run began, or begins one. `SAVED`: the earlier run was done but for us. */
export const beginUpload = async (file: LocalFile, beginning: Beginning): Promise<Begun | 'SAVED'> => {
  const { api, company } = beginning;
  const isQuick = file.size <= limits.multipartThresholdBytes; // a large file is read for long
  const look = () => lookAt(file, beginning);
  const { promise, fileId, progress } = await (isQuick ? company.beginning.during(look) : look());
  if (fileId !== undefined && progress !== undefined) {
    const ticket = await unlessOver(api.askTicket({ ...promise, fileId }));
    if (ticket !== undefined) return { promise, ticket, progress };
  } else if (fileId !== undefined) {
    // Not pending: saved, with an answer that was lost, or gone.
    const saved = await unlessOver(api.save(fileId).then(() => 'SAVED' as const));
    if (saved !== undefined) return saved;
  }
  return { promise, ticket: await api.askTicket(promise) };
};

/** What is to be promised, and what an earlier run left of it. */
const lookAt = async (file: LocalFile, { api, state, signal }: Beginning) => {
  const { name: fileName, contentType, size } = file;
  const promise: GetUploadUrlInput = { fileName, contentType, size, ...(await declareChecksum(file, signal)) };
  const fileId = await state.recall(file);
  const progress = fileId === undefined ? undefined : await unlessOver(api.askProgress(fileId));
  return { promise, fileId, progress };
};

const unlessOver = <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> =>
  answer.catch((error: unknown) => (endsUpload(error) ? undefined : Promise.reject(error)));
