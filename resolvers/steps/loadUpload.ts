import type { Context } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { MutationSaveFileMetadataArgs, SaveFileMetadataInput } from '../../schema/generated/types';
import { readFileId } from '../shared/fileId';
import type { FileRow } from '../shared/fileRow';
import { numberText } from '../shared/numberText';
import { ownerOf } from '../shared/owner';
import { refuseExpired } from '../shared/pendingUpload';
import { refuse } from '../shared/refuse';
import { readSavedMetadata } from '../shared/savedMetadata';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<MutationSaveFileMetadataArgs, Pick<Stash, 'metadata'>>;

/** Loads the caller's upload and compares what the client says about it with what was promised. */
export const request = (ctx: Ctx) =>
  get({
    key: { UserId: ownerOf(ctx), FileId: readFileId(ctx.args.input.fileId, 'UPLOAD_NOT_FOUND') },
    consistentRead: true,
  });

export const response = (ctx: Ctx): FileRow => {
  failOnSourceError(ctx);
  const row: FileRow | null = ctx.result;
  if (!row) return refuse('UPLOAD_NOT_FOUND', 'You have no such upload.');
  const { input } = ctx.args;
  compare(input, row);
  const metadata = readSavedMetadata(ctx, input, row);

  if (row.Status === 'PENDING') {
    refuseExpired(row);
  } else if (row.Status !== 'AVAILABLE') {
    refuse('STATE_CONFLICT', `The file is ${row.Status}.`);
  } else if (row.FileName !== metadata.FileName || row.Extra !== metadata.Extra) {
    refuse('STATE_CONFLICT', 'The file was saved with other metadata.');
  }
  ctx.stash.metadata = metadata;
  return row;
};

const compare = (input: SaveFileMetadataInput, row: FileRow): void => {
  if ((input.key ?? row.S3Key) !== row.S3Key) refuse('KEY_MISMATCH', 'The key is not that of the ticket.');
  if ((input.size ?? row.Size) !== row.Size) {
    refuse('SIZE_MISMATCH', `The ticket is for ${numberText(row.Size)} bytes, not ${input.size}.`);
  }
  if ((input.contentType ?? row.ContentType).toLowerCase() !== row.ContentType) {
    refuse('CONTENT_TYPE_MISMATCH', `The ticket is for ${row.ContentType}.`);
  }
};
