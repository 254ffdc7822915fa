import type { UploadFile } from './uploader';

/** Where Uppy's S3 plugin looks for an upload in parts that it is to go on with; with nothing, it begins one. */
export const knownParts = (upload?: { readonly fileId: string; readonly key: string }) => {
  const state: Partial<UploadFile> & { s3Multipart: { uploadId: string; key: string } | undefined } = {
    s3Multipart: upload && { uploadId: upload.fileId, key: upload.key },
  };
  return state;
};
