import type { Context } from '@aws-appsync/utils';
import type { SignUploadEvent, SignedUpload } from '../../functions/signUpload/signUpload';
import type { UploadTicket } from '../../schema/generated/types';
import type { FileRow } from '../shared/fileRow';
import { failOnSourceError } from '../shared/sourceError';

/** Asks for a URL that takes exactly the promised bytes. */
export const request = (ctx: Context) => {
  const row: FileRow = ctx.prev.result;
  ctx.stash['upload'] = row;
  const payload: SignUploadEvent = {
    key: row.S3Key,
    size: row.Size,
    contentType: row.ContentType,
    checksumSha256: row.ChecksumSha256 ?? null,
  };
  return { operation: 'Invoke', payload };
};

export const response = (ctx: Context): UploadTicket => {
  failOnSourceError(ctx);
  const row: FileRow = ctx.stash['upload'];
  const signed: SignedUpload = ctx.result;
  return {
    fileId: row.FileId,
    key: row.S3Key,
    method: 'PUT',
    uploadUrl: signed.uploadUrl,
    headers: signed.headers,
    partSize: null,
    parts: null,
    expiresAt: signed.expiresAt,
  };
};
