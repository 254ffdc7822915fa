import { knownParts } from './knownParts';
import type { Policy } from './policy';
import type { TicketDesk } from './ticketDesk';
import type { UploadUppy } from './uploader';

/**
 * Gets the tickets of large files before Uppy splits them: the ticket says how large a part is. A refusal is ignored
 * here: it comes up again when bytes are to be sent, and is reported then.
 */
export const prepareParts =
  (uppy: UploadUppy, desk: TicketDesk, policy: () => Promise<Policy>) =>
  async (ids: string[]): Promise<void> => {
    const { multipartThresholdBytes } = await policy();
    const large = ids.filter((id) => (uppy.getFile(id)?.size ?? 0) > multipartThresholdBytes);
    await Promise.allSettled(large.map((id) => desk.ticketOf(id)));
    for (const id of large) {
      const { fileId, key, isResumed } = uppy.getFile(id)?.meta ?? {};
      const isKnown = isResumed && fileId !== undefined && key !== undefined;
      if (isKnown) uppy.setFileState(id, knownParts({ fileId, key }));
    }
  };
