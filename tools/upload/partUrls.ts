import { limits } from '../../config/limits';
import type { Ticket } from '../../schema/requests/reserve';
import type { FilesApi, PartUrls } from './filesApi';
import { isFresh } from './isFresh';

/** URLs for parts, requested in batches as they are needed. */
export interface PartUrlSource {
  readonly urlOf: (partNumber: number) => Promise<string>;
  /** Drops an expired URL: the next `urlOf` requests another. */
  readonly drop: (partNumber: number) => void;
}

/** Starts with the URLs that came with the ticket. `missing` are the parts to send, in order. */
export const createPartUrls = (
  api: FilesApi,
  ticket: Ticket,
  missing: readonly number[],
  now: () => number,
): PartUrlSource => {
  const urls = new Map<number, { readonly url: string; readonly expiresAt: string }>();
  const keep = ({ parts, expiresAt }: Pick<PartUrls, 'parts' | 'expiresAt'>): void => {
    for (const { partNumber, uploadUrl: url } of parts) urls.set(partNumber, { url, expiresAt });
  };
  keep({ parts: ticket.parts ?? [], expiresAt: ticket.expiresAt });
  const fresh = (partNumber: number): string | undefined => {
    const known = urls.get(partNumber);
    return known !== undefined && isFresh(known.expiresAt, now()) ? known.url : undefined;
  };
  // One request at a time: its response usually holds what the others would have asked for.
  const queue: { last: Promise<unknown> } = { last: Promise.resolve() };
  const askFrom = async (partNumber: number): Promise<string> => {
    const known = fresh(partNumber);
    if (known !== undefined) return known;
    const following = missing.filter((candidate) => candidate > partNumber && fresh(candidate) === undefined);
    keep(await api.askPartUrls(ticket.fileId, [partNumber, ...following.slice(0, limits.partUrlBatch - 1)]));
    return urls.get(partNumber)?.url ?? '';
  };
  return {
    urlOf: (partNumber) => {
      const asked = queue.last.then(() => askFrom(partNumber));
      queue.last = asked.catch(() => undefined);
      return asked;
    },
    drop: (partNumber) => void urls.delete(partNumber),
  };
};
