import type { SignPartsEvent } from '../../functions/signUpload/signParts';
import type { FileRow } from './fileRow';

/** What the signing function needs to know to sign some parts of an upload. */
export const partsEvent = (row: FileRow, parts: SignPartsEvent['parts']): SignPartsEvent => ({
  key: row.S3Key,
  uploadId: row.UploadId ?? '',
  size: row.Size,
  partSize: row.PartSize ?? row.Size,
  parts,
});
