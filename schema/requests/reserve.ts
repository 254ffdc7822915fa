import { GetUploadUrl } from '../generated/amplify';
import type { GetUploadUrlInput, GetUploadUrlMutation } from '../generated/documents';
import { anything } from './acceptedType';
import type { Api } from './api';
import { askAgain, type Outcome } from './askAgain';
import { askEach } from './askEach';
import { Refused } from './errors';
import { isFailure } from './isPassing';
import { pendingUploads, type FileItem } from './pendingUploads';

export type Ticket = GetUploadUrlMutation['getUploadUrl'];

/** Asks for the tickets of up to ten files in one request. */
export type Reserve = (inputs: readonly GetUploadUrlInput[]) => Promise<Outcome<Ticket>[]>;

/**
 * A ticket request whose response was lost may have left a pending upload behind. The same request, sent again,
 * continues that upload instead of creating a second one. It never takes an upload that already has a ticket here: two
 * files may have the same name and size.
 */
export const createReserve = (api: Api): Reserve => {
  const taken = new Set<string>();
  const unanswered = new Set<string>();
  const isUnanswered = (input: GetUploadUrlInput): boolean => !input.fileId && unanswered.has(JSON.stringify(input));
  const ask = async (inputs: readonly GetUploadUrlInput[]): Promise<Outcome<Ticket>[]> => {
    const pending = inputs.some(isUnanswered) ? await pendingUploads(api) : [];
    const found = inputs.map((input) => {
      const row = isUnanswered(input) ? pending.find((one) => !taken.has(one.fileId) && isSame(one, input)) : undefined;
      const fileId = row?.fileId ?? input.fileId;
      if (fileId) taken.add(fileId);
      return { input: row ? { ...input, fileId } : input };
    });
    const outcomes = await askEach(api, GetUploadUrl, found);
    outcomes.forEach((outcome, index) => {
      const fileId = found[index]?.input.fileId;
      if (outcome.status === 'fulfilled') taken.add(outcome.value.fileId);
      else if (fileId) taken.delete(fileId); // no ticket, so a retry may find it
    });
    const keys = inputs.map((input) => JSON.stringify(input));
    outcomes.forEach(({ status }, index) => status === 'fulfilled' && unanswered.delete(keys[index] ?? ''));
    outcomes.forEach((outcome, index) => isInDoubt(outcome) && unanswered.add(keys[index] ?? ''));
    return outcomes;
  };
  // One request at a time, so that an upload just being created for another is not taken for one left behind.
  const queue: { last: Promise<unknown> } = { last: Promise.resolve() };
  return (inputs) => {
    const outcomes = queue.last.then(() => askAgain(inputs, ask));
    queue.last = outcomes.catch(() => undefined); // the caller handles the rejection
    return outcomes;
  };
};

/** Whether an upload may have been reserved despite the error. A request refused as BUSY was not carried out. */
const isInDoubt = (outcome: Outcome<Ticket>): boolean =>
  outcome.status === 'rejected' && (!(outcome.reason instanceof Refused) || isFailure(outcome.reason));

const isSame = (row: FileItem, input: GetUploadUrlInput): boolean =>
  row.fileName === input.fileName.normalize('NFC') &&
  row.size === input.size &&
  row.contentType === (input.contentType ?? anything).toLowerCase() &&
  row.checksumSha256 === (input.checksumSha256 ?? null) &&
  row.checksumCrc64Nvme === (input.checksumCrc64Nvme ?? null);
