/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** An upload to end. */
export type AbortUploadInput = {
  /** The ticket's `fileId`. */
  fileId: string;
};

/** How a browser treats downloaded bytes. */
export type ContentDisposition =
  /** Saves them under the file's name. */
  | 'ATTACHMENT'
  /** Shows them in the page. */
  | 'INLINE';

/** A file to delete. */
export type DeleteFileInput = {
  /** The file. */
  fileId: string;
  /** Delete it for good now, whether or not it is in the trash. */
  permanent?: boolean | null | undefined;
};

/** Files to delete. */
export type DeleteFilesInput = {
  /** 1 to 50 files. */
  fileIds: Array<string>;
  /** Delete them for good now, whether or not they are in the trash. */
  permanent?: boolean | null | undefined;
};

/** What happened to a file. */
export type FileEventType =
  /** Its name or `extra` changed. */
  | 'CHANGED'
  /** It was deleted for good. */
  | 'DELETED'
  /** Its bytes were found to be harmful. */
  | 'REJECTED'
  /** It was taken out of the trash. */
  | 'RESTORED'
  /** It was moved to the trash. */
  | 'TRASHED'
  /** Its bytes were verified: it is AVAILABLE. */
  | 'UPLOADED';

/** Which files to list. Conditions are combined with AND. */
export type FileFilter = {
  /** The content type, such as `image/png`, ignoring case; `image/*` matches every image type. */
  contentType?: string | null | undefined;
  /** The beginning of the file name, ignoring case; 1 to 255 characters. */
  fileNamePrefix?: string | null | undefined;
  /** At most this many bytes: a whole number, 0 or more. */
  maxSize?: number | null | undefined;
  /** At least this many bytes: a whole number, 0 or more. */
  minSize?: number | null | undefined;
  /**
   * Files with this status. PENDING uploads can be sorted only by the date of their ticket and not filtered by name; the
   * other conditions work for them as well.
   */
  status?: FileStatus | null | undefined;
  /** Uploaded at this instant or later. */
  uploadedFrom?: string | null | undefined;
  /** Uploaded at this instant or earlier. */
  uploadedUntil?: string | null | undefined;
};

/** What a list of files can be sorted by. */
export type FileSortKey =
  /** The file name, ignoring case. */
  | 'FILE_NAME'
  /** The size in bytes. */
  | 'SIZE'
  /** When the file was saved; for a PENDING upload, when its ticket was requested. */
  | 'UPLOADED_AT';

/** The state of a file. */
export type FileStatus =
  /** Exactly the promised bytes are stored. */
  | 'AVAILABLE'
  /** Reserved; the bytes are not verified yet. */
  | 'PENDING'
  /** The bytes were found to be harmful. */
  | 'REJECTED'
  /** Deleted, but can be restored. */
  | 'TRASHED';

/** Parts of a MULTIPART upload to send. */
export type GetUploadPartUrlsInput = {
  /** The ticket's `fileId`. */
  fileId: string;
  /** 1 to 50 part numbers, each from 1 to the ticket's `partCount`. */
  partNumbers: Array<number>;
};

/** The file that a client promises to upload. */
export type GetUploadUrlInput = {
  /**
   * The CRC-64/NVME of the bytes in base64 (12 characters), for files of any size, instead of a SHA-256. When declared,
   * storage refuses any other bytes.
   */
  checksumCrc64Nvme?: string | null | undefined;
  /**
   * The SHA-256 of the bytes in base64 (44 characters). When declared, storage refuses any other bytes. Only for files
   * sent in one PUT: storage cannot verify it for parts.
   */
  checksumSha256?: string | null | undefined;
  /** The media type without parameters, such as `image/png`; `application/octet-stream` when left out. */
  contentType?: string | null | undefined;
  /**
   * A pending upload of the caller whose ticket expired or was lost: the answer is a new ticket for the same file. All
   * other properties must be unchanged.
   */
  fileId?: string | null | undefined;
  /**
   * The name that people see: 1 to 255 characters (Unicode, normalised to NFC), not only spaces, without control
   * characters, `/` or `\`, and neither `.` nor `..`.
   */
  fileName: string;
  /** The exact number of bytes: a whole number from 1 to the API's limit (5 TiB). */
  size: number;
};

/** Internal: a change to a row of the table. */
export type PublishFileEventInput = {
  /** When it happened. */
  at: string;
  /** The file. */
  fileId: string;
  /** The row after the change, or its last state, as JSON. */
  row: string;
  /** What happened. */
  type: FileEventType;
  /** The `sub` of the file's owner. */
  userId: string;
};

/** A file to take out of the trash. */
export type RestoreFileInput = {
  /** The file. */
  fileId: string;
};

/** An upload whose bytes have been sent. */
export type SaveFileMetadataInput = {
  /** The content type; when given, it must be the promised one. */
  contentType?: string | null | undefined;
  /** Anything the client wants to keep with the file: a JSON object of at most 16,384 characters. */
  extra?: string | null | undefined;
  /** The ticket's `fileId`. */
  fileId: string;
  /** A name to replace the one that the ticket was requested with. */
  fileName?: string | null | undefined;
  /** The object's key; when given, it must be the ticket's. */
  key?: string | null | undefined;
  /** The size in bytes; when given, it must be the promised one. */
  size?: number | null | undefined;
};

/** The sort direction of a list. */
export type SortDirection =
  /** Oldest first, A to Z, or smallest first. */
  | 'ASC'
  /** Newest first, Z to A, or largest first. */
  | 'DESC';

/** A change to a file's name or `extra`. A property that is left out stays unchanged. */
export type UpdateFileInput = {
  /** Replaces what the client keeps with the file: a JSON object of at most 16,384 characters; null removes it. */
  extra?: string | null | undefined;
  /** The file. */
  fileId: string;
  /** The new name; the same rules apply as for `getUploadUrl`. */
  fileName?: string | null | undefined;
  /** The `version` of the file that this change is based on. */
  version: number;
};

/** How bytes are sent. */
export type UploadMethod =
  /** One HTTP PUT per part, each to its own URL. */
  | 'MULTIPART'
  /** One HTTP PUT of all the bytes to `uploadUrl`. */
  | 'PUT';

export type AbortUploadMutationVariables = Exact<{
  input: AbortUploadInput;
}>;


export type AbortUploadMutation = { abortUpload: { fileId: string } };

export type DeleteFileMutationVariables = Exact<{
  input: DeleteFileInput;
}>;


export type DeleteFileMutation = { deleteFile: { fileId: string, file: { fileId: string, fileName: string, key: string, size: number, contentType: string, checksumSha256: string | null, checksumCrc64Nvme: string | null, status: FileStatus, uploadedAt: string | null, trashedAt: string | null, expiresAt: string | null, createdAt: string, updatedAt: string, extra: string | null, version: number } | null } };

export type DeleteFilesMutationVariables = Exact<{
  input: DeleteFilesInput;
}>;


export type DeleteFilesMutation = { deleteFiles: Array<{ fileId: string, file: { fileId: string, fileName: string, key: string, size: number, contentType: string, checksumSha256: string | null, checksumCrc64Nvme: string | null, status: FileStatus, uploadedAt: string | null, trashedAt: string | null, expiresAt: string | null, createdAt: string, updatedAt: string, extra: string | null, version: number } | null }> };

export type FileEventFieldsFragment = { userId: string, fileId: string, type: FileEventType, at: string, file: { fileId: string, fileName: string, key: string, size: number, contentType: string, checksumSha256: string | null, checksumCrc64Nvme: string | null, status: FileStatus, uploadedAt: string | null, trashedAt: string | null, expiresAt: string | null, createdAt: string, updatedAt: string, extra: string | null, version: number } };

export type GetDownloadUrlQueryVariables = Exact<{
  fileId: string;
  disposition?: ContentDisposition | null | undefined;
}>;


export type GetDownloadUrlQuery = { getDownloadUrl: { fileId: string, fileName: string, size: number, contentType: string, downloadUrl: string, expiresAt: string } };

export type GetFileQueryVariables = Exact<{
  fileId: string;
}>;


export type GetFileQuery = { getFile: { downloadUrl: string | null, fileId: string, fileName: string, key: string, size: number, contentType: string, checksumSha256: string | null, checksumCrc64Nvme: string | null, status: FileStatus, uploadedAt: string | null, trashedAt: string | null, expiresAt: string | null, createdAt: string, updatedAt: string, extra: string | null, version: number } | null };

export type GetUploadPartUrlsMutationVariables = Exact<{
  input: GetUploadPartUrlsInput;
}>;


export type GetUploadPartUrlsMutation = { getUploadPartUrls: { fileId: string, expiresAt: string, parts: Array<{ partNumber: number, uploadUrl: string }> } };

export type GetUploadProgressQueryVariables = Exact<{
  fileId: string;
}>;


export type GetUploadProgressQuery = { getUploadProgress: { fileId: string, method: UploadMethod, size: number, partSize: number | null, partCount: number | null, receivedBytes: number, receivedParts: Array<{ partNumber: number, size: number }> } };

export type GetUploadUrlMutationVariables = Exact<{
  input: GetUploadUrlInput;
}>;


export type GetUploadUrlMutation = { getUploadUrl: { fileId: string, key: string, method: UploadMethod, uploadUrl: string | null, partSize: number | null, partCount: number | null, expiresAt: string, headers: Array<{ name: string, value: string }>, parts: Array<{ partNumber: number, uploadUrl: string }> | null } };

export type MyFilesQueryVariables = Exact<{
  filter?: FileFilter | null | undefined;
  sortBy?: FileSortKey | null | undefined;
  sortDirection?: SortDirection | null | undefined;
  limit?: number | null | undefined;
  nextToken?: string | null | undefined;
}>;


export type MyFilesQuery = { myFiles: { nextToken: string | null, items: Array<{ fileId: string, fileName: string, key: string, size: number, contentType: string, checksumSha256: string | null, checksumCrc64Nvme: string | null, status: FileStatus, uploadedAt: string | null, trashedAt: string | null, expiresAt: string | null, createdAt: string, updatedAt: string, extra: string | null, version: number }> } };

export type MyFilesWithUrlsQueryVariables = Exact<{
  filter?: FileFilter | null | undefined;
  limit?: number | null | undefined;
  nextToken?: string | null | undefined;
}>;


export type MyFilesWithUrlsQuery = { myFiles: { nextToken: string | null, items: Array<{ downloadUrl: string | null, fileId: string, fileName: string, key: string, size: number, contentType: string, checksumSha256: string | null, checksumCrc64Nvme: string | null, status: FileStatus, uploadedAt: string | null, trashedAt: string | null, expiresAt: string | null, createdAt: string, updatedAt: string, extra: string | null, version: number }> } };

export type MyUsageQueryVariables = Exact<{ [key: string]: never; }>;


export type MyUsageQuery = { myUsage: { usedBytes: number, reservedBytes: number, fileCount: number, pendingCount: number, maxBytes: number, maxFiles: number } };

export type OnMyFileEventSubscriptionVariables = Exact<{
  fileId?: string | null | undefined;
}>;


export type OnMyFileEventSubscription = { onMyFileEvent: { userId: string, fileId: string, type: FileEventType, at: string, file: { fileId: string, fileName: string, key: string, size: number, contentType: string, checksumSha256: string | null, checksumCrc64Nvme: string | null, status: FileStatus, uploadedAt: string | null, trashedAt: string | null, expiresAt: string | null, createdAt: string, updatedAt: string, extra: string | null, version: number } } | null };

export type PublishFileEventMutationVariables = Exact<{
  input: PublishFileEventInput;
}>;


export type PublishFileEventMutation = { publishFileEvent: { userId: string, fileId: string, type: FileEventType, at: string, file: { fileId: string, fileName: string, key: string, size: number, contentType: string, checksumSha256: string | null, checksumCrc64Nvme: string | null, status: FileStatus, uploadedAt: string | null, trashedAt: string | null, expiresAt: string | null, createdAt: string, updatedAt: string, extra: string | null, version: number } } };

export type RestoreFileMutationVariables = Exact<{
  input: RestoreFileInput;
}>;


export type RestoreFileMutation = { restoreFile: { fileId: string, fileName: string, key: string, size: number, contentType: string, checksumSha256: string | null, checksumCrc64Nvme: string | null, status: FileStatus, uploadedAt: string | null, trashedAt: string | null, expiresAt: string | null, createdAt: string, updatedAt: string, extra: string | null, version: number } };

export type SaveFileMetadataMutationVariables = Exact<{
  input: SaveFileMetadataInput;
}>;


export type SaveFileMetadataMutation = { saveFileMetadata: { fileId: string, fileName: string, key: string, size: number, contentType: string, checksumSha256: string | null, checksumCrc64Nvme: string | null, status: FileStatus, uploadedAt: string | null, trashedAt: string | null, expiresAt: string | null, createdAt: string, updatedAt: string, extra: string | null, version: number } };

export type UpdateFileMutationVariables = Exact<{
  input: UpdateFileInput;
}>;


export type UpdateFileMutation = { updateFile: { fileId: string, fileName: string, key: string, size: number, contentType: string, checksumSha256: string | null, checksumCrc64Nvme: string | null, status: FileStatus, uploadedAt: string | null, trashedAt: string | null, expiresAt: string | null, createdAt: string, updatedAt: string, extra: string | null, version: number } };

export type UploadPolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type UploadPolicyQuery = { uploadPolicy: { maxFileBytes: number, maxUserBytes: number, maxUserFiles: number, maxPendingUploads: number, multipartThresholdBytes: number, minPartBytes: number, partUrlBatch: number, urlLifetimeSeconds: number, pendingLifetimeSeconds: number, uploadLifetimeSeconds: number, trashLifetimeSeconds: number, maxExtraCharacters: number, allowedContentTypes: Array<string> } };

export type UserFileFieldsFragment = { fileId: string, fileName: string, key: string, size: number, contentType: string, checksumSha256: string | null, checksumCrc64Nvme: string | null, status: FileStatus, uploadedAt: string | null, trashedAt: string | null, expiresAt: string | null, createdAt: string, updatedAt: string, extra: string | null, version: number };

export const UserFileFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"checksumSha256"}},{"kind":"Field","name":{"kind":"Name","value":"checksumCrc64Nvme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trashedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"extra"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<UserFileFieldsFragment, unknown>;
export const FileEventFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FileEventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FileEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFileFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"checksumSha256"}},{"kind":"Field","name":{"kind":"Name","value":"checksumCrc64Nvme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trashedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"extra"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<FileEventFieldsFragment, unknown>;
export const AbortUploadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AbortUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AbortUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"abortUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}}]}}]}}]} as unknown as DocumentNode<AbortUploadMutation, AbortUploadMutationVariables>;
export const DeleteFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteFileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFileFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"checksumSha256"}},{"kind":"Field","name":{"kind":"Name","value":"checksumCrc64Nvme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trashedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"extra"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<DeleteFileMutation, DeleteFileMutationVariables>;
export const DeleteFilesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteFiles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteFilesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteFiles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFileFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"checksumSha256"}},{"kind":"Field","name":{"kind":"Name","value":"checksumCrc64Nvme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trashedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"extra"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<DeleteFilesMutation, DeleteFilesMutationVariables>;
export const GetDownloadUrlDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GetDownloadUrl"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"fileId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"disposition"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ContentDisposition"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"getDownloadUrl"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"fileId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"fileId"}}},{"kind":"Argument","name":{"kind":"Name","value":"disposition"},"value":{"kind":"Variable","name":{"kind":"Name","value":"disposition"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"downloadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<GetDownloadUrlQuery, GetDownloadUrlQueryVariables>;
export const GetFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GetFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"fileId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"getFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"fileId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"fileId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFileFields"}},{"kind":"Field","name":{"kind":"Name","value":"downloadUrl"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"checksumSha256"}},{"kind":"Field","name":{"kind":"Name","value":"checksumCrc64Nvme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trashedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"extra"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<GetFileQuery, GetFileQueryVariables>;
export const GetUploadPartUrlsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GetUploadPartUrls"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GetUploadPartUrlsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"getUploadPartUrls"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partNumber"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<GetUploadPartUrlsMutation, GetUploadPartUrlsMutationVariables>;
export const GetUploadProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GetUploadProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"fileId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"getUploadProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"fileId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"fileId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"partSize"}},{"kind":"Field","name":{"kind":"Name","value":"partCount"}},{"kind":"Field","name":{"kind":"Name","value":"receivedBytes"}},{"kind":"Field","name":{"kind":"Name","value":"receivedParts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partNumber"}},{"kind":"Field","name":{"kind":"Name","value":"size"}}]}}]}}]}}]} as unknown as DocumentNode<GetUploadProgressQuery, GetUploadProgressQueryVariables>;
export const GetUploadUrlDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GetUploadUrl"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GetUploadUrlInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"getUploadUrl"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"headers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partSize"}},{"kind":"Field","name":{"kind":"Name","value":"partCount"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partNumber"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<GetUploadUrlMutation, GetUploadUrlMutationVariables>;
export const MyFilesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyFiles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FileFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sortBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FileSortKey"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sortDirection"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SortDirection"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"limit"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myFiles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"sortBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sortBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"sortDirection"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sortDirection"}}},{"kind":"Argument","name":{"kind":"Name","value":"limit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"limit"}}},{"kind":"Argument","name":{"kind":"Name","value":"nextToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFileFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextToken"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"checksumSha256"}},{"kind":"Field","name":{"kind":"Name","value":"checksumCrc64Nvme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trashedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"extra"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<MyFilesQuery, MyFilesQueryVariables>;
export const MyFilesWithUrlsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyFilesWithUrls"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FileFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"limit"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myFiles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"limit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"limit"}}},{"kind":"Argument","name":{"kind":"Name","value":"nextToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFileFields"}},{"kind":"Field","name":{"kind":"Name","value":"downloadUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextToken"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"checksumSha256"}},{"kind":"Field","name":{"kind":"Name","value":"checksumCrc64Nvme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trashedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"extra"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<MyFilesWithUrlsQuery, MyFilesWithUrlsQueryVariables>;
export const MyUsageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyUsage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myUsage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usedBytes"}},{"kind":"Field","name":{"kind":"Name","value":"reservedBytes"}},{"kind":"Field","name":{"kind":"Name","value":"fileCount"}},{"kind":"Field","name":{"kind":"Name","value":"pendingCount"}},{"kind":"Field","name":{"kind":"Name","value":"maxBytes"}},{"kind":"Field","name":{"kind":"Name","value":"maxFiles"}}]}}]}}]} as unknown as DocumentNode<MyUsageQuery, MyUsageQueryVariables>;
export const OnMyFileEventDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"OnMyFileEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"fileId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"onMyFileEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"fileId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"fileId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileEventFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"checksumSha256"}},{"kind":"Field","name":{"kind":"Name","value":"checksumCrc64Nvme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trashedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"extra"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FileEventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FileEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFileFields"}}]}}]}}]} as unknown as DocumentNode<OnMyFileEventSubscription, OnMyFileEventSubscriptionVariables>;
export const PublishFileEventDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PublishFileEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PublishFileEventInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishFileEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileEventFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"checksumSha256"}},{"kind":"Field","name":{"kind":"Name","value":"checksumCrc64Nvme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trashedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"extra"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FileEventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FileEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFileFields"}}]}}]}}]} as unknown as DocumentNode<PublishFileEventMutation, PublishFileEventMutationVariables>;
export const RestoreFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestoreFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestoreFileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restoreFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFileFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"checksumSha256"}},{"kind":"Field","name":{"kind":"Name","value":"checksumCrc64Nvme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trashedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"extra"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<RestoreFileMutation, RestoreFileMutationVariables>;
export const SaveFileMetadataDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveFileMetadata"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveFileMetadataInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveFileMetadata"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFileFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"checksumSha256"}},{"kind":"Field","name":{"kind":"Name","value":"checksumCrc64Nvme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trashedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"extra"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<SaveFileMetadataMutation, SaveFileMetadataMutationVariables>;
export const UpdateFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateFileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFileFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileId"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"checksumSha256"}},{"kind":"Field","name":{"kind":"Name","value":"checksumCrc64Nvme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trashedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"extra"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<UpdateFileMutation, UpdateFileMutationVariables>;
export const UploadPolicyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UploadPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uploadPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxFileBytes"}},{"kind":"Field","name":{"kind":"Name","value":"maxUserBytes"}},{"kind":"Field","name":{"kind":"Name","value":"maxUserFiles"}},{"kind":"Field","name":{"kind":"Name","value":"maxPendingUploads"}},{"kind":"Field","name":{"kind":"Name","value":"multipartThresholdBytes"}},{"kind":"Field","name":{"kind":"Name","value":"minPartBytes"}},{"kind":"Field","name":{"kind":"Name","value":"partUrlBatch"}},{"kind":"Field","name":{"kind":"Name","value":"urlLifetimeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"pendingLifetimeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"uploadLifetimeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"trashLifetimeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"maxExtraCharacters"}},{"kind":"Field","name":{"kind":"Name","value":"allowedContentTypes"}}]}}]}}]} as unknown as DocumentNode<UploadPolicyQuery, UploadPolicyQueryVariables>;