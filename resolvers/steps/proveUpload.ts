import { runtime, type Context } from '@aws-appsync/utils';
import type { ProveUploadEvent, UploadProof } from '../../functions/proveUpload/proveUpload';
import { callFunction } from '../shared/callFunction';
import type { FileRow } from '../shared/fileRow';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<unknown, Pick<Stash, 'upload'>>;

/** Asks storage whether exactly the promised bytes are there. A file that is AVAILABLE already has its proof. */
export const request = (ctx: Ctx) => {
  const row: FileRow = ctx.prev.result;
  if (row.Status === 'AVAILABLE') runtime.earlyReturn(row, { skipTo: 'END' });
  ctx.stash.upload = row;
  const payload: ProveUploadEvent = {
    key: row.S3Key,
    size: row.Size,
    contentType: row.ContentType,
    checksumSha256: row.ChecksumSha256 ?? null,
    checksumCrc64Nvme: row.ChecksumCrc64Nvme ?? null,
    multipart: row.PartSize && row.UploadId ? { uploadId: row.UploadId, partSize: row.PartSize } : null,
  };
  return callFunction(ctx, payload);
};

export const response = (ctx: Ctx): string => {
  failOnSourceError(ctx);
  const proof: UploadProof = ctx.result;
  return proof.proven ? proof.versionId : refuse(proof.code, proof.message);
};
