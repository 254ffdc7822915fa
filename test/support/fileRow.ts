import type { FileRow } from '../../resolvers/shared/fileRow';
import { owner } from './useEvaluateCode';

/** A row as reserveUpload writes it. */
export const pendingRow = (changes: Partial<FileRow> = {}): FileRow => ({
  UserId: owner.sub,
  FileId: '01KAMBX2ZD8M4Y7V3T5Q9R1W6E',
  FileName: 'Ferien – Büsum.png',
  S3Key: `uploads/${owner.sub}/7c0f0000-0000-4000-8000-000000000002`,
  Size: 1024,
  ContentType: 'image/png',
  Status: 'PENDING',
  CreatedAt: '2026-11-22T08:00:00.000Z',
  UpdatedAt: '2026-11-22T08:00:00.000Z',
  UploadedKey: 'P#2026-11-22T08:00:00.000Z',
  ExpiresAt: 4_000_000_000,
  Version: 1,
  ...changes,
});

/** A row as commitFile leaves it. */
export const availableRow = (changes: Partial<FileRow> = {}): FileRow => {
  const { ExpiresAt: _ended, ...row } = pendingRow();
  return {
    ...row,
    Status: 'AVAILABLE',
    VersionId: 'v1',
    Extra: 'null',
    UploadedAt: '2026-11-22T08:01:00.000Z',
    UpdatedAt: '2026-11-22T08:01:00.000Z',
    UploadedKey: 'A#2026-11-22T08:01:00.000Z',
    NameKey: 'A#ferien – büsum.png',
    SizeKey: 'A#0000000000001024',
    TypeKey: 'A#image/png#2026-11-22T08:01:00.000Z',
    ...changes,
  };
};

/** A row as deleteFile leaves it. */
export const trashedRow = (changes: Partial<FileRow> = {}): FileRow => ({
  ...availableRow(),
  Status: 'TRASHED',
  TrashedAt: '2026-11-22T08:02:00.000Z',
  UpdatedAt: '2026-11-22T08:02:00.000Z',
  ExpiresAt: 4_000_000_000,
  UploadedKey: 'T#2026-11-22T08:01:00.000Z',
  NameKey: 'T#ferien – büsum.png',
  SizeKey: 'T#0000000000001024',
  TypeKey: 'T#image/png#2026-11-22T08:01:00.000Z',
  Version: 2,
  ...changes,
});
