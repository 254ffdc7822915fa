import type { Ticket } from '../../schema/requests/reserve';
import type { Begun } from './beginUpload';
import { isFresh } from './isFresh';
import type { LocalFile } from './localFile';
import { createPartUrls } from './partUrls';
import { forEachUntilFailure } from './forEachUntilFailure';
import { putFresh, type Sending } from './putFresh';

/** Called with a part number (1 for a single PUT) and how many of its bytes have been sent. */
export type OnSent = (partNumber: number, bytes: number) => void;

/** Sends what storage does not hold yet: one PUT, or the missing parts, several at once. */
export const sendBytes = (file: LocalFile, begun: Begun, sending: Sending, onSent: OnSent): Promise<void> =>
  begun.ticket.method === 'PUT' ? sendWhole(file, begun, sending, onSent) : sendParts(file, begun, sending, onSent);

const sendWhole = async (file: LocalFile, begun: Begun, sending: Sending, onSent: OnSent): Promise<void> => {
  if (begun.progress?.receivedBytes === file.size) return;
  const { fileId } = begun.ticket;
  const kept: { ticket: Ticket | undefined } = { ticket: begun.ticket };
  const target = async () => {
    const known = kept.ticket && isFresh(kept.ticket.expiresAt, sending.now()) ? kept.ticket : undefined;
    const ticket = known ?? (await sending.api.askTicket({ ...begun.promise, fileId }));
    kept.ticket = ticket;
    const headers = Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value]));
    return { url: ticket.uploadUrl ?? '', headers };
  };
  const drop = (): void => void (kept.ticket = undefined);
  const range = { file, start: 0, size: file.size, onSent: (bytes: number) => onSent(1, bytes) };
  await putFresh(sending, range, { target, drop });
};

const sendParts = async (file: LocalFile, begun: Begun, sending: Sending, onSent: OnSent): Promise<void> => {
  const partSize = begun.ticket.partSize ?? file.size;
  const missing = missingParts(begun);
  const urls = createPartUrls(sending.api, begun.ticket, missing, sending.now);
  await forEachUntilFailure(missing, sending.parallel, sending.signal, async (partNumber, signal) => {
    const start = (partNumber - 1) * partSize;
    const size = Math.min(partSize, file.size - start);
    const target = async () => ({ url: await urls.urlOf(partNumber), headers: {} });
    const range = { file, start, size, onSent: (bytes: number) => onSent(partNumber, bytes) };
    await putFresh({ ...sending, signal }, range, { target, drop: () => urls.drop(partNumber) });
  });
};

const missingParts = ({ ticket, progress }: Begun): readonly number[] => {
  const received = new Set(progress?.receivedParts.map(({ partNumber }) => partNumber));
  const all = Array.from({ length: ticket.partCount ?? 0 }, (_, index) => index + 1);
  return all.filter((partNumber) => !received.has(partNumber));
};
