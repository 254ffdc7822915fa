import { GetUploadUrl } from '../generated/amplify';
import type { GetUploadUrlInput, GetUploadUrlMutation } from '../generated/documents';
import type { Api } from './api';
import { askAgain, type Outcome } from './askAgain';
import { askEach } from './askEach';
import { pendingUploads, type FileItem } from './pendingUploads';

export type Ticket = GetUploadUrlMutation['getUploadUrl'];

/** Asks for the tickets of up to ten files in one request. */
export type Reserve = (inputs: readonly GetUploadUrlInput[]) => Promise<Outcome<Ticket>[]>;

/**
 * A ticket whose answer was lost left a pending upload behind: that one is gone on with, so that there are not two. Not
 * with one that somebody here has a ticket of: two files may have the same name and size.
 */
export const createReserve = (api: Api): Reserve => {
  const taken = new Set<string>();
  const ask = async (inputs: readonly GetUploadUrlInput[], isAgain: boolean): Promise<Outcome<Ticket>[]> => {
    const pending = isAgain ? await pendingUploads(api) : [];
    const found = inputs.map((input) => {
      const row = input.fileId ? undefined : pending.find((one) => !taken.has(one.fileId) && isSame(one, input));
      const fileId = row?.fileId ?? input.fileId;
      if (fileId) taken.add(fileId);
      return { input: row ? { ...input, fileId } : input };
    });
    const outcomes = await askEach(api, GetUploadUrl, found);
    outcomes.forEach((outcome, index) => {
      const fileId = found[index]?.input.fileId;
      if (outcome.status === 'fulfilled') taken.add(outcome.value.fileId);
      else if (fileId) taken.delete(fileId); // no ticket, so it can be found again
    });
    return outcomes;
  };
  // One request after the other: what a lost one left behind is not what another is just being given.
  const queue: { last: Promise<unknown> } = { last: Promise.resolve() };
  return (inputs) => {
    const outcomes = queue.last.then(() => askAgain(inputs, ask));
    queue.last = outcomes.catch(() => undefined); // whoever asked hears of it
    return outcomes;
  };
};

const isSame = (row: FileItem, input: GetUploadUrlInput): boolean =>
  row.fileName === input.fileName.normalize('NFC') &&
  row.size === input.size &&
  row.contentType === input.contentType &&
  row.checksumSha256 === (input.checksumSha256 ?? null) &&
  row.checksumCrc64Nvme === (input.checksumCrc64Nvme ?? null);
