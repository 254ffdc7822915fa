import { GetUploadPartUrls, GetUploadProgress } from '../../schema/generated/amplify';
import { ask } from '../api/ask';
import { isFresh } from '../api/isFresh';
import type { TicketDesk } from './ticketDesk';

const most = 20;

/** URLs for the parts of large files: those of the ticket first, then twenty at a time. */
export const createPartUrls = (desk: TicketDesk) => {
  const known = new Map<string, { readonly url: string; readonly expiresAt: string }>();
  const keep = (fileId: string, parts: readonly Part[], expiresAt: string): void => {
    for (const { partNumber, uploadUrl: url } of parts) known.set(`${fileId} ${partNumber}`, { url, expiresAt });
  };
  return {
    urlOf: async (id: string, partNumber: number): Promise<string> => {
      const ticket = desk.known(id) ?? (await desk.ticketOf(id));
      const { fileId, parts, partCount } = ticket;
      if (parts && !known.has(`${fileId} 1`)) keep(fileId, parts, ticket.expiresAt);
      const kept = known.get(`${fileId} ${partNumber}`);
      if (kept && isFresh(kept.expiresAt)) return kept.url;
      const last = Math.min(partNumber + most - 1, partCount ?? partNumber);
      const partNumbers = Array.from({ length: last - partNumber + 1 }, (_, index) => partNumber + index);
      const { getUploadPartUrls } = await ask(GetUploadPartUrls, { input: { fileId, partNumbers } });
      keep(fileId, getUploadPartUrls.parts, getUploadPartUrls.expiresAt);
      return getUploadPartUrls.parts[0]?.uploadUrl ?? '';
    },
  };
};

/** The parts that have arrived, as storage reports them. */
export const receivedParts = async (fileId: string) => {
  const { getUploadProgress } = await ask(GetUploadProgress, { fileId });
  return getUploadProgress.receivedParts.map(({ partNumber, size }) => ({
    PartNumber: partNumber,
    Size: size,
    ETag: '', // the server reads the ETags from storage itself and needs none from us
  }));
};

interface Part {
  readonly partNumber: number;
  readonly uploadUrl: string;
}
