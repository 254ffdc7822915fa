import type {
  AbortUploadMutation,
  AbortUploadMutationVariables,
  GetDownloadUrlQuery,
  GetDownloadUrlQueryVariables,
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
  SaveFileMetadataMutation,
  SaveFileMetadataMutationVariables,
} from './documents';
export type GeneratedQuery<Variables, Result> = string & {
  __generatedQueryInput: Variables;
  __generatedQueryOutput: Result;
};

export type GeneratedMutation<Variables, Result> = string & {
  __generatedMutationInput: Variables;
  __generatedMutationOutput: Result;
};

export const AbortUpload = /* GraphQL */ `
mutation AbortUpload($input: AbortUploadInput!) {
  abortUpload(input: $input) {
    fileId
  }
}
` as GeneratedMutation<AbortUploadMutationVariables, AbortUploadMutation>;

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
  createdAt
  updatedAt
  extra
  version
}
` as GeneratedQuery<MyFilesWithUrlsQueryVariables, MyFilesWithUrlsQuery>;

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
  createdAt
  updatedAt
  extra
  version
}
` as GeneratedMutation<SaveFileMetadataMutationVariables, SaveFileMetadataMutation>;