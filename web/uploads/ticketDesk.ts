import type { GetUploadUrlInput, UploadTicket } from '../../schema/generated/types';
import { maxAtOnce } from '../../schema/requests/askEach';
import { Refused } from '../../schema/requests/errors';
import type { Reserve } from '../../schema/requests/reserve';
import { isFresh } from '../api/isFresh';
import type { UploadFile, UploadUppy } from './uploader';

/** Hands out tickets: requested when first needed, together with those of the next files. */
export interface TicketDesk {
  readonly ticketOf: (id: string) => Promise<UploadTicket>;
  /** The ticket, if it has arrived. */
  readonly known: (id: string) => UploadTicket | undefined;
  readonly forget: (id: string) => void;
}

export interface TicketDeskDeps {
  readonly uppy: Pick<UploadUppy, 'getFiles' | 'setFileMeta'> & {
    readonly getFile: (id: string) => UploadFile | undefined;
  };
  readonly reserve: Reserve;
  /** Called with the fileId of each ticket that arrives. */
  readonly onTicket: (fileId: string) => void;
  /** Called instead when the file was removed meanwhile. */
  readonly onLateTicket: (fileId: string) => void;
}

export const createTicketDesk = ({ uppy, reserve, onTicket, onLateTicket }: TicketDeskDeps): TicketDesk => {
  const promised = new Map<string, Promise<UploadTicket>>();
  const arrived = new Map<string, UploadTicket>();

  const forget = (id: string): void => {
    promised.delete(id);
    arrived.delete(id);
  };
  const isNext = ({ id, error, progress, meta }: UploadFile): boolean =>
    !promised.has(id) && !error && !progress.uploadComplete && meta.problem === undefined;

  const order = (files: readonly UploadFile[]): void => {
    const outcomes = reserve(files.map(inputOf));
    files.forEach(({ id }, index) => {
      const ticket = outcomes.then((list) => take(id, list[index]));
      // Whoever awaits it gets the error; asking again orders a new ticket.
      ticket.catch(() => promised.get(id) === ticket && forget(id));
      promised.set(id, ticket);
    });
  };
  const take = (id: string, outcome: PromiseSettledResult<UploadTicket> | undefined): UploadTicket => {
    if (outcome?.status !== 'fulfilled') throw outcome?.reason;
    const { fileId, key } = outcome.value;
    if (uppy.getFile(id)) {
      arrived.set(id, outcome.value);
      uppy.setFileMeta(id, { fileId, key });
      onTicket(fileId);
    } else {
      onLateTicket(fileId);
    }
    return outcome.value;
  };
  // Synchronous from lookup to order, so that two concurrent calls do not order two tickets.
  const newTicketOf = (id: string): Promise<UploadTicket> => {
    const file = uppy.getFile(id);
    const others = uppy.getFiles().filter((other) => other.id !== id && isNext(other));
    if (file) order([file, ...others.slice(0, maxAtOnce - 1)]);
    return promised.get(id) ?? Promise.reject(new Refused('UPLOAD_NOT_FOUND', 'There is no such file.'));
  };

  const desk: TicketDesk = {
    ticketOf: async (id) => {
      const before = promised.get(id);
      if (!before) return newTicketOf(id);
      const ticket = await before;
      if (isFresh(ticket.expiresAt)) return ticket;
      if (promised.get(id) !== before) return desk.ticketOf(id); // another call has ordered a new one
      forget(id);
      return newTicketOf(id);
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
  // An existing upload gets a new ticket for what it has promised.
  ...(meta.fileId === undefined ? {} : { fileId: meta.fileId, ...meta.declared }),
});
