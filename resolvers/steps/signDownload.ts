import type { Context } from '@aws-appsync/utils';
import type { SignDownloadEvent, SignedDownload } from '../../functions/signDownload/signDownload';
import type { DownloadTicket, QueryGetDownloadUrlArgs } from '../../schema/generated/types';
import type { FileRow } from '../shared/fileRow';
import { failOnSourceError } from '../shared/sourceError';

type Ctx = Context<QueryGetDownloadUrlArgs>;

/** Asks for a URL of the proven version of the bytes. */
export const request = (ctx: Ctx) => {
  const row: FileRow = ctx.prev.result;
  ctx.stash['file'] = row;
  const payload: SignDownloadEvent = {
    key: row.S3Key,
    versionId: row.VersionId ?? '',
    fileName: row.FileName,
    contentType: row.ContentType,
    disposition: ctx.args.disposition ?? 'ATTACHMENT',
  };
  return { operation: 'Invoke', payload };
};

export const response = (ctx: Ctx): DownloadTicket => {
  failOnSourceError(ctx);
  const row: FileRow = ctx.stash['file'];
  const signed: SignedDownload = ctx.result;
  return {
    fileId: row.FileId,
    fileName: row.FileName,
    size: row.Size,
    contentType: row.ContentType,
    downloadUrl: signed.downloadUrl,
    expiresAt: signed.expiresAt,
  };
};
