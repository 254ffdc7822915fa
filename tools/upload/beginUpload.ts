import { limits } from '../../config/limits';
import type { GetUploadUrlInput } from '../../schema/generated/documents';
import { endsUpload } from '../../schema/requests/endsUpload';
import type { Ticket } from '../../schema/requests/reserve';
import type { Company } from './company';
import { declareChecksum } from './declareChecksum';
import type { FilesApi, Progress } from './filesApi';
import type { LocalFile } from './localFile';
import type { UploadState } from './uploadState';

/** An upload that is ready to be sent. */
export interface Begun {
  readonly promise: GetUploadUrlInput;
  readonly ticket: Ticket;
  /** What storage already holds of it; only for a resumed upload. */
  readonly progress?: Progress;
}

export interface Beginning {
  readonly api: FilesApi;
  readonly state: UploadState;
  readonly signal: AbortSignal;
  readonly company: Company;
  /** Called with the bytes of the file read so far. */
  readonly onRead: (bytes: number) => void;
}

/** Resumes the upload of an earlier run or begins a new one. `SAVED`: the file is saved and nothing is left to send. */
export const beginUpload = async (file: LocalFile, beginning: Beginning): Promise<Begun | 'SAVED'> => {
  const { api, company } = beginning;
  const isQuick = file.size <= limits.multipartThresholdBytes; // reading a large file takes long
  const look = () => lookAt(file, beginning);
  const { promise, fileId, progress } = await (isQuick ? company.beginning.during(look) : look());
  if (fileId !== undefined && progress !== undefined) {
    const ticket = await unlessOver(api.askTicket({ ...promise, fileId }));
    if (ticket !== undefined) return { promise, ticket, progress };
  } else if (fileId !== undefined) {
    // No longer pending: either saved, with the response lost, or gone.
    const saved = await unlessOver(api.save(fileId).then(() => 'SAVED' as const));
    if (saved !== undefined) return saved;
  }
  return { promise, ticket: await api.askTicket(promise) };
};

/** What to promise in the ticket request, and what an earlier run left behind. */
const lookAt = async (file: LocalFile, { api, state, signal, onRead }: Beginning) => {
  const { name: fileName, contentType, size } = file;
  const promise: GetUploadUrlInput = {
    fileName,
    contentType,
    size,
    ...(await declareChecksum(file, { signal, onRead })),
  };
  const fileId = await state.recall(file);
  const progress = fileId === undefined ? undefined : await unlessOver(api.askProgress(fileId));
  return { promise, fileId, progress };
};

const unlessOver = <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> =>
  answer.catch((error: unknown) => (endsUpload(error) ? undefined : Promise.reject(error)));
