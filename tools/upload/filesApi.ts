import { GetUploadPartUrls, GetUploadProgress } from '../../schema/generated/amplify';
import type {
  GetUploadPartUrlsMutation,
  GetUploadProgressQuery,
  GetUploadUrlInput,
} from '../../schema/generated/documents';
import type { Ask } from '../../schema/requests/api';
import { createApi } from '../../schema/requests/createApi';
import { Refused } from '../../schema/requests/errors';
import { gather } from '../../schema/requests/gather';
import { createReserve, type Ticket } from '../../schema/requests/reserve';
import { saveEach } from '../../schema/requests/saveEach';
import type { WireError } from '../../schema/requests/wireErrors';
import type { Company } from './company';
import { ConnectionFailed } from './errors';
import type { Retry } from './retry';

export type PartUrls = GetUploadPartUrlsMutation['getUploadPartUrls'];
export type Progress = GetUploadProgressQuery['getUploadProgress'];

/** The four operations of an upload. Each rejects with Refused when the API refuses it. */
export interface FilesApi {
  readonly askTicket: (input: GetUploadUrlInput) => Promise<Ticket>;
  readonly askPartUrls: (fileId: string, partNumbers: number[]) => Promise<PartUrls>;
  readonly askProgress: (fileId: string) => Promise<Progress>;
  readonly save: (fileId: string) => Promise<void>;
}

export interface FilesApiDeps {
  readonly retry: Retry;
  readonly signal: AbortSignal;
  readonly company: Company;
}

/** The longest that a file waits for others to join its request. */
const waitMilliseconds = 2000;

/**
 * The API as the signed-in user. What several files ask for at about the same time becomes one request. Every request
 * may be sent twice, as Amplify itself does when the network fails: a lost ticket only expires.
 */
export const createFilesApi = ({ retry, signal, company: { beginning, sending } }: FilesApiDeps): FilesApi => {
  const api = createApi(describe);
  const ask: Ask = (document, variables) => retry(() => api.ask(document, variables), signal);
  const ticketOf = gather(createReserve(api), { waitMilliseconds, coming: beginning.count });
  const save = gather((fileIds: readonly string[]) => saveEach(api, fileIds), {
    waitMilliseconds,
    coming: sending.count,
  });
  return {
    askTicket: (input) => retry(() => ticketOf(input), signal),
    askPartUrls: async (fileId, partNumbers) =>
      (await ask(GetUploadPartUrls, { input: { fileId, partNumbers } })).getUploadPartUrls,
    askProgress: async (fileId) => (await ask(GetUploadProgress, { fileId })).getUploadProgress,
    save: async (fileId) => void (await retry(() => save(fileId), signal)),
  };
};

/** An error without an `errorType` means that there was no response. */
const describe = ({ errorType, message }: WireError): Error =>
  typeof errorType === 'string'
    ? new Refused(errorType, String(message))
    : new ConnectionFailed(`The API does not answer: ${String(message)}`);
