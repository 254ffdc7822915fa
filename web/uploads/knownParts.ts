import type { UploadFile } from './uploader';

/** The state in which Uppy's S3 plugin looks for a multipart upload to resume; undefined makes it begin a new one. */
export const knownParts = (upload?: { readonly fileId: string; readonly key: string }) => {
  const state: Partial<UploadFile> & { s3Multipart: { uploadId: string; key: string } | undefined } = {
    s3Multipart: upload && { uploadId: upload.fileId, key: upload.key },
  };
  return state;
};
