import type {
  AbortUploadMutation,
  AbortUploadMutationVariables,
  DeleteFileMutation,
  DeleteFileMutationVariables,
  DeleteFilesMutation,
  DeleteFilesMutationVariables,
  GetDownloadUrlQuery,
  GetDownloadUrlQueryVariables,
  GetFileQuery,
  GetFileQueryVariables,
  GetUploadPartUrlsMutation,
  GetUploadPartUrlsMutationVariables,
  GetUploadProgressQuery,
  GetUploadProgressQueryVariables,
  GetUploadUrlMutation,
  GetUploadUrlMutationVariables,
  MyFilesQuery,
  MyFilesQueryVariables,
  MyFilesWithUrlsQuery,
  MyFilesWithUrlsQueryVariables,
  MyUsageQuery,
  MyUsageQueryVariables,
  OnMyFileEventSubscription,
  OnMyFileEventSubscriptionVariables,
  PublishFileEventMutation,
  PublishFileEventMutationVariables,
  RestoreFileMutation,
  RestoreFileMutationVariables,
  SaveFileMetadataMutation,
  SaveFileMetadataMutationVariables,
  UpdateFileMutation,
  UpdateFileMutationVariables,
  UploadPolicyQuery,
  UploadPolicyQueryVariables,
} from './documents';
export type GeneratedQuery<Variables, Result> = string & {
  __generatedQueryInput: Variables;
  __generatedQueryOutput: Result;
};

export type GeneratedMutation<Variables, Result> = string & {
  __generatedMutationInput: Variables;
  __generatedMutationOutput: Result;
};

export type GeneratedSubscription<Variables, Result> = string & {
  __generatedSubscriptionInput: Variables;
  __generatedSubscriptionOutput: Result;
};

export const AbortUpload = /* GraphQL */ `
mutation AbortUpload($input: AbortUploadInput!) {
  abortUpload(input: $input) {
    fileId
  }
}
` as GeneratedMutation<AbortUploadMutationVariables, AbortUploadMutation>;

export const DeleteFile = /* GraphQL */ `
mutation DeleteFile($input: DeleteFileInput!) {
  deleteFile(input: $input) {
    fileId
    file {
      ...UserFileFields
    }
  }
}

fragment UserFileFields on UserFile {
  fileId
  fileName
  key
  size
  contentType
  checksumSha256
  checksumCrc64Nvme
  status
  uploadedAt
  trashedAt
  expiresAt
  createdAt
  updatedAt
  extra
  version
}
` as GeneratedMutation<DeleteFileMutationVariables, DeleteFileMutation>;

export const DeleteFiles = /* GraphQL */ `
mutation DeleteFiles($input: DeleteFilesInput!) {
  deleteFiles(input: $input) {
    fileId
    file {
      ...UserFileFields
    }
  }
}

fragment UserFileFields on UserFile {
  fileId
  fileName
  key
  size
  contentType
  checksumSha256
  checksumCrc64Nvme
  status
  uploadedAt
  trashedAt
  expiresAt
  createdAt
  updatedAt
  extra
  version
}
` as GeneratedMutation<DeleteFilesMutationVariables, DeleteFilesMutation>;

export const GetDownloadUrl = /* GraphQL */ `
query GetDownloadUrl($fileId: ID!, $disposition: ContentDisposition) {
  getDownloadUrl(fileId: $fileId, disposition: $disposition) {
    fileId
    fileName
    size
    contentType
    downloadUrl
    expiresAt
  }
}
` as GeneratedQuery<GetDownloadUrlQueryVariables, GetDownloadUrlQuery>;

export const GetFile = /* GraphQL */ `
query GetFile($fileId: ID!) {
  getFile(fileId: $fileId) {
    ...UserFileFields
    downloadUrl
  }
}

fragment UserFileFields on UserFile {
  fileId
  fileName
  key
  size
  contentType
  checksumSha256
  checksumCrc64Nvme
  status
  uploadedAt
  trashedAt
  expiresAt
  createdAt
  updatedAt
  extra
  version
}
` as GeneratedQuery<GetFileQueryVariables, GetFileQuery>;

export const GetUploadPartUrls = /* GraphQL */ `
mutation GetUploadPartUrls($input: GetUploadPartUrlsInput!) {
  getUploadPartUrls(input: $input) {
    fileId
    parts {
      partNumber
      uploadUrl
    }
    expiresAt
  }
}
` as GeneratedMutation<GetUploadPartUrlsMutationVariables, GetUploadPartUrlsMutation>;

export const GetUploadProgress = /* GraphQL */ `
query GetUploadProgress($fileId: ID!) {
  getUploadProgress(fileId: $fileId) {
    fileId
    method
    size
    partSize
    partCount
    receivedBytes
    receivedParts {
      partNumber
      size
    }
  }
}
` as GeneratedQuery<GetUploadProgressQueryVariables, GetUploadProgressQuery>;

export const GetUploadUrl = /* GraphQL */ `
mutation GetUploadUrl($input: GetUploadUrlInput!) {
  getUploadUrl(input: $input) {
    fileId
    key
    method
    uploadUrl
    headers {
      name
      value
    }
    partSize
    partCount
    parts {
      partNumber
      uploadUrl
    }
    expiresAt
  }
}
` as GeneratedMutation<GetUploadUrlMutationVariables, GetUploadUrlMutation>;

export const MyFiles = /* GraphQL */ `
query MyFiles($filter: FileFilter, $sortBy: FileSortKey, $sortDirection: SortDirection, $limit: Int, $nextToken: String) {
  myFiles(
    filter: $filter
    sortBy: $sortBy
    sortDirection: $sortDirection
    limit: $limit
    nextToken: $nextToken
  ) {
    items {
      ...UserFileFields
    }
    nextToken
  }
}

fragment UserFileFields on UserFile {
  fileId
  fileName
  key
  size
  contentType
  checksumSha256
  checksumCrc64Nvme
  status
  uploadedAt
  trashedAt
  expiresAt
  createdAt
  updatedAt
  extra
  version
}
` as GeneratedQuery<MyFilesQueryVariables, MyFilesQuery>;

export const MyFilesWithUrls = /* GraphQL */ `
query MyFilesWithUrls($filter: FileFilter, $limit: Int, $nextToken: String) {
  myFiles(filter: $filter, limit: $limit, nextToken: $nextToken) {
    items {
      ...UserFileFields
      downloadUrl
    }
    nextToken
  }
}

fragment UserFileFields on UserFile {
  fileId
  fileName
  key
  size
  contentType
  checksumSha256
  checksumCrc64Nvme
  status
  uploadedAt
  trashedAt
  expiresAt
  createdAt
  updatedAt
  extra
  version
}
` as GeneratedQuery<MyFilesWithUrlsQueryVariables, MyFilesWithUrlsQuery>;

export const MyUsage = /* GraphQL */ `
query MyUsage {
  myUsage {
    usedBytes
    reservedBytes
    fileCount
    pendingCount
    maxBytes
    maxFiles
  }
}
` as GeneratedQuery<MyUsageQueryVariables, MyUsageQuery>;

export const OnMyFileEvent = /* GraphQL */ `
subscription OnMyFileEvent($fileId: ID) {
  onMyFileEvent(fileId: $fileId) {
    ...FileEventFields
  }
}

fragment FileEventFields on FileEvent {
  userId
  fileId
  type
  at
  file {
    ...UserFileFields
  }
}

fragment UserFileFields on UserFile {
  fileId
  fileName
  key
  size
  contentType
  checksumSha256
  checksumCrc64Nvme
  status
  uploadedAt
  trashedAt
  expiresAt
  createdAt
  updatedAt
  extra
  version
}
` as GeneratedSubscription<OnMyFileEventSubscriptionVariables, OnMyFileEventSubscription>;

export const PublishFileEvent = /* GraphQL */ `
mutation PublishFileEvent($input: PublishFileEventInput!) {
  publishFileEvent(input: $input) {
    ...FileEventFields
  }
}

fragment FileEventFields on FileEvent {
  userId
  fileId
  type
  at
  file {
    ...UserFileFields
  }
}

fragment UserFileFields on UserFile {
  fileId
  fileName
  key
  size
  contentType
  checksumSha256
  checksumCrc64Nvme
  status
  uploadedAt
  trashedAt
  expiresAt
  createdAt
  updatedAt
  extra
  version
}
` as GeneratedMutation<PublishFileEventMutationVariables, PublishFileEventMutation>;

export const RestoreFile = /* GraphQL */ `
mutation RestoreFile($input: RestoreFileInput!) {
  restoreFile(input: $input) {
    ...UserFileFields
  }
}

fragment UserFileFields on UserFile {
  fileId
  fileName
  key
  size
  contentType
  checksumSha256
  checksumCrc64Nvme
  status
  uploadedAt
  trashedAt
  expiresAt
  createdAt
  updatedAt
  extra
  version
}
` as GeneratedMutation<RestoreFileMutationVariables, RestoreFileMutation>;

export const SaveFileMetadata = /* GraphQL */ `
mutation SaveFileMetadata($input: SaveFileMetadataInput!) {
  saveFileMetadata(input: $input) {
    ...UserFileFields
  }
}

fragment UserFileFields on UserFile {
  fileId
  fileName
  key
  size
  contentType
  checksumSha256
  checksumCrc64Nvme
  status
  uploadedAt
  trashedAt
  expiresAt
  createdAt
  updatedAt
  extra
  version
}
` as GeneratedMutation<SaveFileMetadataMutationVariables, SaveFileMetadataMutation>;

export const UpdateFile = /* GraphQL */ `
mutation UpdateFile($input: UpdateFileInput!) {
  updateFile(input: $input) {
    ...UserFileFields
  }
}

fragment UserFileFields on UserFile {
  fileId
  fileName
  key
  size
  contentType
  checksumSha256
  checksumCrc64Nvme
  status
  uploadedAt
  trashedAt
  expiresAt
  createdAt
  updatedAt
  extra
  version
}
` as GeneratedMutation<UpdateFileMutationVariables, UpdateFileMutation>;

export const UploadPolicy = /* GraphQL */ `
query UploadPolicy {
  uploadPolicy {
    maxFileBytes
    maxUserBytes
    maxUserFiles
    maxPendingUploads
    multipartThresholdBytes
    minPartBytes
    partUrlBatch
    urlLifetimeSeconds
    pendingLifetimeSeconds
    uploadLifetimeSeconds
    trashLifetimeSeconds
    maxExtraCharacters
    allowedContentTypes
  }
}
` as GeneratedQuery<UploadPolicyQueryVariables, UploadPolicyQuery>;