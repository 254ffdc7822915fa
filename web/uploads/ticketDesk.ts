import type { GetUploadUrlInput, UploadTicket } from '../../schema/generated/types';
import { mostAtOnce } from '../api/askEach';
import type { UploadFile, UploadUppy } from './uploader';

/** Hands out tickets: asked for when they are needed, for the next files in the same request. */
export interface TicketDesk {
  readonly ticketOf: (id: string) => Promise<UploadTicket>;
  /** The ticket if it has arrived. */
  readonly known: (id: string) => UploadTicket | undefined;
  readonly forget: (id: string) => void;
}

/** Asks for up to ten tickets at once. */
export type Reserve = (inputs: readonly GetUploadUrlInput[]) => Promise<PromiseSettledResult<UploadTicket>[]>;

const marginMilliseconds = 60_000;

export const createTicketDesk = (uppy: Pick<UploadUppy, 'getFile' | 'getFiles' | 'setFileMeta'>, reserve: Reserve) => {
  const promised = new Map<string, Promise<UploadTicket>>();
  const arrived = new Map<string, UploadTicket>();

  const forget = (id: string): void => {
    promised.delete(id);
    arrived.delete(id);
  };
  const isNext = ({ id, error, progress, meta }: UploadFile): boolean =>
    !promised.has(id) && !error && !progress.uploadComplete && meta.problem === undefined;

  const order = (ids: readonly string[]): void => {
    const outcomes = reserve(ids.map((id) => inputOf(uppy.getFile(id))));
    ids.forEach((id, index) => {
      const ticket = outcomes.then((list) => {
        const outcome = list[index];
        if (outcome?.status !== 'fulfilled') throw outcome?.reason;
        arrived.set(id, outcome.value);
        const { fileId, key } = outcome.value;
        if (uppy.getFile(id)) uppy.setFileMeta(id, { fileId, key });
        return outcome.value;
      });
      // Who waits for it is told; who asks again gets another.
      ticket.catch(() => promised.get(id) === ticket && forget(id));
      promised.set(id, ticket);
    });
  };

  const desk: TicketDesk = {
    // Looked up and ordered in one go: two who ask at once must not order two.
    ticketOf: async (id) => {
      const before = promised.get(id);
      if (before) {
        const ticket = await before;
        if (Date.parse(ticket.expiresAt) - Date.now() > marginMilliseconds) return ticket;
        if (promised.get(id) === before) forget(id);
        return desk.ticketOf(id);
      }
      const others = uppy.getFiles().filter((file) => file.id !== id && isNext(file));
      order([id, ...others.slice(0, mostAtOnce - 1).map((file) => file.id)]);
      return desk.ticketOf(id);
    },
    known: (id) => arrived.get(id),
    forget,
  };
  return desk;
};

const inputOf = ({ name, type, size, meta }: UploadFile): GetUploadUrlInput => ({
  fileName: name ?? '',
  contentType: type,
  size: size ?? 0,
  ...(meta.fileId === undefined ? {} : { fileId: meta.fileId }), // a known upload: a new ticket for it
});
