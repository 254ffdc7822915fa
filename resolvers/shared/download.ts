import type { Download } from '../../functions/signDownload/signDownload';
import type { ContentDisposition } from '../../schema/generated/types';
import type { FileRow } from './fileRow';

/** What the signing function needs to know about a file, such as its proven version and its name. */
export const downloadOf = (row: FileRow, disposition: ContentDisposition): Download => ({
  key: row.S3Key,
  versionId: row.VersionId ?? '',
  fileName: row.FileName,
  contentType: row.ContentType,
  disposition,
});
