import {
  AbortUpload,
  DeleteFile,
  DeleteFiles,
  GetDownloadUrl,
  GetFile,
  GetUploadPartUrls,
  GetUploadProgress,
  GetUploadUrl,
  MyFiles,
  MyUsage,
  PublishFileEvent,
  RestoreFile,
  SaveFileMetadata,
  UpdateFile,
  UploadPolicy,
} from '../../schema/generated/amplify';
import type { RootField } from '../../resolvers/wiringTypes';

/** What the owner has. */
export interface OwnersFile {
  readonly fileId: string;
  readonly fileName: string;
  /** An upload in parts that is still pending. */
  readonly pendingId: string;
}

/** The fields that are called over HTTP. */
export type CalledField = Exclude<RootField, `Subscription.${string}`>;

export interface Call {
  readonly query: string;
  readonly variables?: object;
}

/** How each field is called with something that the owner has. A new field does not compile without its line. */
export const calls: Readonly<Record<CalledField, (file: OwnersFile) => Call>> = {
  'Query.myFiles': ({ fileName }) => ({ query: MyFiles, variables: { filter: { fileNamePrefix: fileName } } }),
  'Query.getDownloadUrl': ({ fileId }) => ({ query: GetDownloadUrl, variables: { fileId } }),
  'Query.getUploadProgress': ({ pendingId }) => ({ query: GetUploadProgress, variables: { fileId: pendingId } }),
  'Query.getFile': ({ fileId }) => ({ query: GetFile, variables: { fileId } }),
  'Query.myUsage': () => ({ query: MyUsage }),
  'Query.uploadPolicy': () => ({ query: UploadPolicy }),
  'Mutation.getUploadUrl': () => withInput(GetUploadUrl, { fileName: 'new.png', contentType: 'image/png', size: 1 }),
  'Mutation.getUploadPartUrls': ({ pendingId }) =>
    withInput(GetUploadPartUrls, { fileId: pendingId, partNumbers: [1] }),
  'Mutation.abortUpload': ({ pendingId }) => withInput(AbortUpload, { fileId: pendingId }),
  'Mutation.saveFileMetadata': ({ fileId }) => withInput(SaveFileMetadata, { fileId }),
  'Mutation.updateFile': ({ fileId }) => withInput(UpdateFile, { fileId, version: 1, fileName: 'renamed.png' }),
  'Mutation.deleteFile': ({ fileId }) => withInput(DeleteFile, { fileId }),
  'Mutation.deleteFiles': ({ fileId }) => withInput(DeleteFiles, { fileIds: [fileId] }),
  'Mutation.restoreFile': ({ fileId }) => withInput(RestoreFile, { fileId }),
  // No signed-in user may publish events of a file, not even of their own.
  'Mutation.publishFileEvent': ({ fileId }) =>
    withInput(PublishFileEvent, {
      userId: 'any',
      fileId,
      type: 'DELETED',
      at: '2026-11-22T08:00:00.000Z',
      row: JSON.stringify({
        ...{ FileId: fileId, FileName: 'a', S3Key: 'k', Size: 1, ContentType: 'text/plain', Status: 'AVAILABLE' },
        ...{ CreatedAt: '2026-11-22T08:00:00.000Z', UpdatedAt: '2026-11-22T08:00:00.000Z', Version: 1 },
      }),
    }),
};

const withInput = (query: string, input: object): Call => ({ query, variables: { input } });
