import type { FileStatus, UserFile } from '../../schema/generated/types';
import { instantAt } from './instant';

/** A row of the files table. */
export interface FileRow {
  readonly UserId: string;
  readonly FileId: string;
  readonly FileName: string;
  readonly S3Key: string;
  /** Bytes. */
  readonly Size: number;
  readonly ContentType: string;
  /** Base64, when the client declared it. */
  readonly ChecksumSha256?: string;
  /** Base64, when the client declared it. */
  readonly ChecksumCrc64Nvme?: string;
  /** Bytes of each part but the last; only for uploads in parts. */
  readonly PartSize?: number;
  /** S3's id of the multipart upload, once it has been started. */
  readonly UploadId?: string;
  readonly Status: FileStatus;
  readonly CreatedAt: string;
  readonly UpdatedAt: string;
  /** Epoch seconds; only while the row is due to expire. */
  readonly ExpiresAt?: number;
  /** A JSON string, so that it is returned as it was sent. */
  readonly Extra?: string;
  readonly Version: number;
  /** The S3 object version whose bytes were proven. */
  readonly VersionId?: string;
  readonly UploadedAt?: string;
  readonly TrashedAt?: string;
  /** Sort keys of the indexes: see indexKeys.ts. */
  readonly UploadedKey?: string;
  readonly NameKey?: string;
  readonly SizeKey?: string;
  readonly TypeKey?: string;
}

/** The row as clients see it, with the download URL if one was signed. */
export const toUserFile = (row: FileRow, downloadUrl: string | null): UserFile => ({
  fileId: row.FileId,
  fileName: row.FileName,
  key: row.S3Key,
  size: row.Size,
  contentType: row.ContentType,
  checksumSha256: row.ChecksumSha256 ?? null,
  checksumCrc64Nvme: row.ChecksumCrc64Nvme ?? null,
  status: row.Status,
  uploadedAt: row.UploadedAt ?? null,
  trashedAt: row.TrashedAt ?? null,
  expiresAt: row.ExpiresAt ? instantAt(row.ExpiresAt * 1000) : null,
  createdAt: row.CreatedAt,
  updatedAt: row.UpdatedAt,
  extra: JSON.parse(row.Extra ?? 'null'),
  downloadUrl,
  version: row.Version,
});
