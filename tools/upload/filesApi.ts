import { generateClient } from 'aws-amplify/api';
import { GetUploadPartUrls, GetUploadProgress, GetUploadUrl, SaveFileMetadata } from '../../schema/generated/amplify';
import type {
  GetUploadPartUrlsMutation,
  GetUploadProgressQuery,
  GetUploadUrlInput,
  GetUploadUrlMutation,
} from '../../schema/generated/documents';
import { ConnectionFailed, Refused } from './errors';
import type { Retry } from './retry';

export type Ticket = GetUploadUrlMutation['getUploadUrl'];
export type PartUrls = GetUploadPartUrlsMutation['getUploadPartUrls'];
export type Progress = GetUploadProgressQuery['getUploadProgress'];

/** The four operations of an upload. Each rejects with Refused when the API says no. */
export interface FilesApi {
  readonly askTicket: (input: GetUploadUrlInput) => Promise<Ticket>;
  readonly askPartUrls: (fileId: string, partNumbers: number[]) => Promise<PartUrls>;
  readonly askProgress: (fileId: string) => Promise<Progress>;
  readonly save: (fileId: string) => Promise<void>;
}

/** The API as the person who is signed in. All of it may be said twice: a lost ticket only expires. */
export const createFilesApi = (retry: Retry, signal: AbortSignal): FilesApi => {
  const client = generateClient();
  const ask = <Answer>(work: () => Promise<Answer>): Promise<Answer> =>
    retry(() => work().catch((error: unknown) => Promise.reject(spell(error))), signal);
  return {
    askTicket: async (input) =>
      (await ask(() => client.graphql({ query: GetUploadUrl, variables: { input } }))).data.getUploadUrl,
    askPartUrls: async (fileId, partNumbers) => {
      const variables = { input: { fileId, partNumbers } };
      return (await ask(() => client.graphql({ query: GetUploadPartUrls, variables }))).data.getUploadPartUrls;
    },
    askProgress: async (fileId) =>
      (await ask(() => client.graphql({ query: GetUploadProgress, variables: { fileId } }))).data.getUploadProgress,
    save: async (fileId) => {
      await ask(() => client.graphql({ query: SaveFileMetadata, variables: { input: { fileId } } }));
    },
  };
};

/** Amplify rejects with a plain `{ data, errors }`; without an `errorType` nobody has answered. */
const spell = (error: unknown): unknown => {
  if (typeof error !== 'object' || error === null || !('errors' in error) || !Array.isArray(error.errors)) return error;
  const { errorType, message }: { errorType?: unknown; message?: unknown } = error.errors[0] ?? {};
  return typeof errorType === 'string'
    ? new Refused(errorType, String(message))
    : new ConnectionFailed(`The API does not answer: ${String(message)}`);
};
