import { describe, expect, it } from 'vitest';
import type { GetUploadUrlInput } from '../../schema/generated/types';
import { createTicketDesk } from '../../web/uploads/ticketDesk';
import type { UploadFile } from '../../web/uploads/uploader';
import { later, longAgo, ticketOf } from './tickets';

const fileOf = (id: string): UploadFile => ({
  id,
  name: `${id}.txt`,
  type: 'text/plain',
  size: 1,
  data: new Blob(['a']),
  extension: 'txt',
  isGhost: false,
  isRemote: false,
  preview: undefined,
  meta: { name: `${id}.txt`, type: 'text/plain' },
  progress: { percentage: 0, bytesUploaded: false, bytesTotal: 1, uploadComplete: false, uploadStarted: null },
});

const openDesk = (count: number, expiresAt = later) => {
  const [tickets, lateTickets] = [new Array<string>(), new Array<string>()];
  const files = Array.from({ length: count }, (_, index) => fileOf(`file${index}`));
  const asked: string[][] = [];
  const promised: GetUploadUrlInput[] = [];
  const uppy = {
    getFile: (id: string) => files.find((file) => file.id === id),
    getFiles: () => files,
    setFileMeta: () => undefined,
  };
  const desk = createTicketDesk({
    uppy,
    reserve: async (inputs) => {
      promised.push(...inputs);
      asked.push(inputs.map(({ fileName }) => fileName));
      return inputs.map(({ fileName }) => ({
        status: 'fulfilled',
        value: ticketOf(`id of ${fileName}`, expiresAt),
      }));
    },
    onTicket: (fileId) => tickets.push(fileId),
    onLateTicket: (fileId) => lateTickets.push(fileId),
  });
  return { desk, files, asked, promised, tickets, lateTickets };
};

describe('A desk that hands out tickets', () => {
  it('asks for the next nine in the same request', async () => {
    const { desk, asked } = openDesk(25);

    const tickets = await Promise.all(['file0', 'file1', 'file10'].map(desk.ticketOf));

    expect(tickets.map(({ fileId }) => fileId)).toEqual(['id of file0.txt', 'id of file1.txt', 'id of file10.txt']);
    expect(asked.map((names) => names.length)).toEqual([10, 10]);
    expect(new Set(asked.flat()).size).toBe(20);
  });

  it('orders one ticket for a file, however many ask at once', async () => {
    const { desk, asked } = openDesk(2);

    await Promise.all(['file0', 'file1', 'file0', 'file1'].map(desk.ticketOf));

    expect(asked).toEqual([['file0.txt', 'file1.txt']]);
  });

  it('promises again for an upload begun elsewhere what was promised there', async () => {
    const { desk, files, promised } = openDesk(0);
    const file = fileOf('file0');
    files.push({
      ...file,
      meta: { ...file.meta, fileId: 'begun', declared: { checksumSha256: 'sum', checksumCrc64Nvme: null } },
    });

    await desk.ticketOf('file0');

    expect(promised).toMatchObject([{ fileId: 'begun', checksumSha256: 'sum' }]);
  });

  it('says which uploads have begun, and which for a file that was removed meanwhile', async () => {
    const { desk, files, tickets, lateTickets } = openDesk(2);

    const ordered = desk.ticketOf('file0');
    files.pop();
    await ordered;

    await expect.poll(() => [tickets, lateTickets]).toEqual([['id of file0.txt'], ['id of file1.txt']]);
    expect(desk.known('file1')).toBeUndefined();
  });

  it('orders a new ticket for one that expires, and takes it even when the clock is wrong', async () => {
    const { desk, asked } = openDesk(1, longAgo);

    await desk.ticketOf('file0');
    const ticket = await desk.ticketOf('file0');

    expect(ticket.fileId).toBe('id of file0.txt');
    expect(asked).toHaveLength(2);
  });
});
