import type { Context } from '@aws-appsync/utils';
import type { SignDownloadEvent, SignedDownload, SignedDownloads } from '../../functions/signDownload/signDownload';
import type { DownloadTicket, QueryGetDownloadUrlArgs } from '../../schema/generated/types';
import { callFunction } from '../shared/callFunction';
import { downloadOf } from '../shared/download';
import type { FileRow } from '../shared/fileRow';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<QueryGetDownloadUrlArgs, Pick<Stash, 'file'>>;

/** Has a URL signed for the proven version of the bytes. */
export const request = (ctx: Ctx) => {
  const row: FileRow = ctx.prev.result;
  if (row.Status !== 'AVAILABLE') refuse('NOT_FOUND', 'You have no such file.');
  const payload: SignDownloadEvent = { downloads: [downloadOf(row, ctx.args.disposition ?? 'ATTACHMENT')] };
  return callFunction(ctx, payload);
};

export const response = (ctx: Ctx): DownloadTicket => {
  failOnSourceError(ctx);
  const { downloads }: SignedDownloads = ctx.result;
  const signed = downloads[0];
  return signed ? ticketOf(ctx.stash.file, signed) : refuse('NOT_FOUND', 'You have no such file.');
};

const ticketOf = (row: FileRow, { downloadUrl, expiresAt }: SignedDownload): DownloadTicket => ({
  fileId: row.FileId,
  fileName: row.FileName,
  size: row.Size,
  contentType: row.ContentType,
  downloadUrl,
  expiresAt,
});
