import { describe, expect, it } from 'vitest';
import {
  AbortUpload,
  DeleteFile,
  GetUploadUrl,
  MyUsage,
  SaveFileMetadata,
  UploadPolicy,
} from '../../schema/generated/amplify';
import type { Usage } from '../../schema/generated/types';
import { repeatField } from '../../schema/requests/repeatField';
import { errorTypeOf, expectData, send, sendText } from './send';
import { guest, hoarder } from './target';
import { askTicket, putBytes, storeFile, uniqueName } from './upload';

const usage = async (): Promise<Usage> => (await expectData(send(hoarder, MyUsage))).myUsage;
const policy = async () => (await expectData(send(hoarder, UploadPolicy))).uploadPolicy;
const pictureOf = (size: number) => ({ fileName: uniqueName(), contentType: 'image/png', size });
const ask = (size: number) => send(hoarder, GetUploadUrl, { input: pictureOf(size) });
const end = (fileId: string) => expectData(send(hoarder, AbortUpload, { input: { fileId } }));

/** Ten per request, one request after another: hundreds at once would be blocked by a stage's firewall. */
const inTens = async (document: string, inputs: readonly object[]): Promise<string[]> => {
  const fileIds: string[] = [];
  for (let from = 0; from < inputs.length; from += 10) {
    const ten = inputs.slice(from, from + 10).map((input) => ({ input }));
    const answer = sendText<Record<string, { fileId: string }>>(hoarder, repeatField(document, ten));
    fileIds.push(...Object.values(await expectData(answer)).map(({ fileId }) => fileId));
  }
  return fileIds;
};

/** Polls for a while: usage is lowered only once the freed bytes are gone. */
const expectUsage = (expected: Partial<Usage>) =>
  expect.poll(usage, { timeout: 60_000, interval: 500 }).toMatchObject(expected);

// All use one person's usage, so these tests run one after another.
describe('the quota', () => {
  it('is counted when a ticket is given, saved and deleted', async () => {
    const before = await usage();

    const ticket = await askTicket(hoarder, { size: 7 });
    await expectUsage({ reservedBytes: before.reservedBytes + 7, pendingCount: before.pendingCount + 1 });
    await end(ticket.fileId);
    await expectUsage(before);

    const file = await storeFile(hoarder, 'bytes');
    await expectUsage({ ...before, usedBytes: before.usedBytes + 5, fileCount: before.fileCount + 1 });

    await expectData(send(hoarder, DeleteFile, { input: { fileId: file.fileId } }));
    expect(await usage()).toMatchObject({ usedBytes: before.usedBytes + 5 });
    await expectData(send(hoarder, DeleteFile, { input: { fileId: file.fileId, permanent: true } }));
    await expectUsage(before);
  });

  it('is not passed with tickets of uploads that are no more', async () => {
    const before = await usage();
    const aborted = await askTicket(hoarder, { size: 5 });
    await end(aborted.fileId);
    const deleted = await askTicket(hoarder, { size: 5 });
    await putBytes(deleted, 'bytes');
    await expectData(send(hoarder, SaveFileMetadata, { input: { fileId: deleted.fileId } }));
    await expectData(send(hoarder, DeleteFile, { input: { fileId: deleted.fileId, permanent: true } }));
    await expectUsage(before);

    for (const ticket of [aborted, deleted]) expect((await putBytes(ticket, 'bytes')).status).toBe(412);
  });

  it('is not passed by a hundred requests at once', async () => {
    const { maxUserBytes } = await policy();
    const { usedBytes, reservedBytes } = await usage();
    const share = Math.floor((maxUserBytes - usedBytes - reservedBytes) / 20);

    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(share)));

    const given = answers.flatMap(({ data }) => (data ? [data.getUploadUrl.fileId] : []));
    const refused = answers.filter(({ data }) => !data).map(errorTypeOf);
    const full = await usage();
    expect(full.usedBytes + full.reservedBytes).toBeLessThanOrEqual(maxUserBytes);
    expect(full.reservedBytes - reservedBytes).toBe(given.length * share);
    expect(given.length).toBeLessThanOrEqual(20);
    // On AWS, some of them collide within a transaction.
    expect(new Set(refused.filter((type) => type !== 'BUSY'))).toEqual(new Set(['QUOTA_EXCEEDED']));
    await Promise.all(given.map(end));
    await expectUsage({ reservedBytes });
  }, 120_000);

  it('lets nobody have too many uploads open', async () => {
    const { maxPendingUploads } = await policy();
    const { pendingCount } = await usage();
    const wanted = Array.from({ length: maxPendingUploads - pendingCount }, () => pictureOf(1));
    const tickets = await inTens(GetUploadUrl, wanted);

    const answer = await ask(1);

    expect(errorTypeOf(answer)).toBe('TOO_MANY_UPLOADS');
    await inTens(
      AbortUpload,
      tickets.map((fileId) => ({ fileId })),
    );
    await expectUsage({ pendingCount });
  }, 240_000);

  it('is nobody’s without a token', async () => {
    expect((await send(guest, MyUsage)).status).toBe(401);
    expect((await send(guest, UploadPolicy)).status).toBe(401);
  });
});
