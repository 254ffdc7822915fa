import type {
  GetDownloadUrlQuery,
  GetDownloadUrlQueryVariables,
  GetUploadUrlMutation,
  GetUploadUrlMutationVariables,
  MyFilesQuery,
  MyFilesQueryVariables,
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
  status
  uploadedAt
  createdAt
  updatedAt
  extra
  version
}
` as GeneratedQuery<MyFilesQueryVariables, MyFilesQuery>;

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
  status
  uploadedAt
  createdAt
  updatedAt
  extra
  version
}
` as GeneratedMutation<SaveFileMetadataMutationVariables, SaveFileMetadataMutation>;