import { GetUploadUrl, MyFiles } from '../../schema/generated/amplify';
import type { GetUploadUrlInput, UploadTicket } from '../../schema/generated/types';
import { ask } from '../api/ask';
import { askEach } from '../api/askEach';
import { AnswerLost } from '../api/errors';
import type { FileItem } from '../files/useFiles';

type Outcome = PromiseSettledResult<UploadTicket>;

/** Asks for the tickets of up to ten files in one request. */
export const reserve = async (inputs: readonly GetUploadUrlInput[]): Promise<Outcome[]> => {
  const outcomes = await askEach(
    GetUploadUrl,
    inputs.map((input) => ({ input })),
  );
  if (!outcomes.some(isLost)) return outcomes;
  // One was refused, and GraphQL dropped the other tickets. Their uploads are pending: new tickets for them.
  const pending = await pendingUploads();
  return Promise.all(
    outcomes.map((outcome, index) => {
      const input = inputs[index];
      return isLost(outcome) && input ? settle(askAgain(input, pending)) : outcome;
    }),
  );
};

/** Uploads of the person that are not finished, the newest first. */
export const pendingUploads = async (): Promise<FileItem[]> => {
  const { myFiles } = await ask(MyFiles, { filter: { status: 'PENDING' }, limit: 100 });
  return myFiles.items;
};

const isLost = (outcome: Outcome): boolean => outcome.status === 'rejected' && outcome.reason instanceof AnswerLost;

const askAgain = async (input: GetUploadUrlInput, pending: FileItem[]): Promise<UploadTicket> => {
  const index = pending.findIndex((row) => isSame(row, input));
  // Taken out, so that two files of one name and size do not share an upload.
  const [row] = index < 0 ? [] : pending.splice(index, 1);
  const { getUploadUrl } = await ask(GetUploadUrl, { input: { ...input, fileId: input.fileId ?? row?.fileId } });
  return getUploadUrl;
};

const isSame = (row: FileItem, { fileId, fileName, contentType, size }: GetUploadUrlInput): boolean =>
  fileId === undefined || fileId === null
    ? row.fileName === fileName.normalize('NFC') && row.size === size && row.contentType === contentType
    : row.fileId === fileId;

const settle = async (ticket: Promise<UploadTicket>): Promise<Outcome> => {
  const [outcome] = await Promise.allSettled([ticket]);
  return outcome;
};
