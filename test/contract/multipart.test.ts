import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  AbortUpload,
  GetDownloadUrl,
  GetUploadPartUrls,
  GetUploadProgress,
  GetUploadUrl,
  SaveFileMetadata,
} from '../../schema/generated/amplify';
import type { UploadTicket } from '../../schema/generated/types';
import { errorTypeOf, expectData, send } from './send';
import { owner } from './target';
import { askTicket, putBytes, storeFile, uniqueName } from './upload';

const MiB = 1024 ** 2;

/** 64 MiB and one byte: four parts of 16 MiB and one of a single byte. */
const size = 64 * MiB + 1;
const bytes = Buffer.alloc(size, 'the bytes of a large file; ');

const askParts = (): Promise<UploadTicket> => askTicket(owner, { size, contentType: 'video/mp4' });

const partOf = (ticket: UploadTicket, partNumber: number): Uint8Array<ArrayBuffer> => {
  const partSize = ticket.partSize ?? size;
  return new Uint8Array(bytes.subarray((partNumber - 1) * partSize, partNumber * partSize));
};

const putPart = (ticket: UploadTicket, partNumber: number, body = partOf(ticket, partNumber)): Promise<Response> => {
  const part = ticket.parts?.find((candidate) => candidate.partNumber === partNumber);
  return fetch(part?.uploadUrl ?? '', { method: 'PUT', body });
};

const putParts = async (ticket: UploadTicket, partNumbers: readonly number[]): Promise<void> => {
  for (const partNumber of partNumbers) {
    const answer = await putPart(ticket, partNumber);
    if (!answer.ok) throw new Error(await answer.text());
  }
};

const progressOf = async (fileId: string) =>
  (await expectData(send(owner, GetUploadProgress, { fileId }))).getUploadProgress;

const save = (fileId: string) => send(owner, SaveFileMetadata, { input: { fileId } });

describe('an upload in parts', () => {
  it('ends with exactly the bytes, in whatever order the parts came', async () => {
    const ticket = await askParts();
    await putParts(ticket, [5, 1, 4, 2, 3]);

    const { saveFileMetadata: file } = await expectData(save(ticket.fileId));
    const { getDownloadUrl } = await expectData(send(owner, GetDownloadUrl, { fileId: file.fileId }));
    const received = Buffer.from(await (await fetch(getDownloadUrl.downloadUrl)).arrayBuffer());

    expect(ticket).toMatchObject({
      method: 'MULTIPART',
      uploadUrl: null,
      partSize: 16 * MiB,
      partCount: 5,
      headers: [],
    });
    expect(file).toMatchObject({ status: 'AVAILABLE', size, contentType: 'video/mp4' });
    expect(createHash('sha256').update(received).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('goes on from what storage has, with new URLs', async () => {
    const ticket = await askParts();
    await putParts(ticket, [1, 3]);

    const before = await progressOf(ticket.fileId);
    const { getUploadPartUrls: more } = await expectData(
      send(owner, GetUploadPartUrls, { input: { fileId: ticket.fileId, partNumbers: [2, 4, 5] } }),
    );
    await putParts({ ...ticket, parts: more.parts }, [2, 4, 5]);
    const after = await progressOf(ticket.fileId);

    expect(before.receivedParts).toEqual([
      { partNumber: 1, size: 16 * MiB },
      { partNumber: 3, size: 16 * MiB },
    ]);
    expect(before).toMatchObject({ receivedBytes: 32 * MiB, size, partCount: 5 });
    expect(after.receivedBytes).toBe(size);
    expect((await save(ticket.fileId)).errors).toEqual([]);
  });

  it('is the same upload when its ticket is asked for again', async () => {
    const fileName = uniqueName('.mp4');
    const promise = { fileName, size, contentType: 'video/mp4' };
    const ticket = await askTicket(owner, promise);
    await putParts(ticket, [1]);

    const again = await askTicket(owner, { ...promise, fileId: ticket.fileId });

    expect(again).toMatchObject({ fileId: ticket.fileId, key: ticket.key, partCount: 5 });
    expect((await progressOf(ticket.fileId)).receivedParts).toEqual([{ partNumber: 1, size: 16 * MiB }]);
  });

  it('is not saved while a part is missing', async () => {
    const ticket = await askParts();
    await putParts(ticket, [1, 2, 4, 5]);

    const early = await save(ticket.fileId);
    await putParts(ticket, [3]);
    const late = await save(ticket.fileId);

    expect(errorTypeOf(early)).toBe('OBJECT_MISSING');
    expect(early.errors[0]?.message).toBe('Part 3 has not arrived in full.');
    expect(late.errors).toEqual([]);
  });

  it('is saved once by calls at once', async () => {
    const ticket = await askParts();
    await putParts(ticket, [1, 2, 3, 4, 5]);

    const answers = await Promise.all(Array.from({ length: 4 }, () => expectData(save(ticket.fileId))));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('has storage refuse a part of another length', async () => {
    const ticket = await askParts();

    const answer = await putPart(ticket, 5, new Uint8Array(2));

    expect(answer.status).toBe(403);
  });

  it('is refused when its bytes are not those that were declared', async () => {
    const ticket = await askTicket(owner, { size, contentType: 'video/mp4', checksumCrc64Nvme: 'AAAAAAAAAAA=' });
    await putParts(ticket, [1, 2, 3, 4, 5]);

    const answer = await save(ticket.fileId);

    expect(errorTypeOf(answer)).toBe('CHECKSUM_MISMATCH');
  });

  it.each([[[]], [[0]], [[6]], [Array.from({ length: 51 }, () => 1)]])('has no parts %j', async (partNumbers) => {
    const { fileId } = await askParts();

    const answer = await send(owner, GetUploadPartUrls, { input: { fileId, partNumbers } });

    expect(errorTypeOf(answer)).toBe('INVALID_ARGUMENT');
  });
});

describe('getUploadPartUrls', () => {
  it('has none for an upload that is one PUT', async () => {
    const { fileId } = await askTicket(owner);

    const answer = await send(owner, GetUploadPartUrls, { input: { fileId, partNumbers: [1] } });

    expect(errorTypeOf(answer)).toBe('STATE_CONFLICT');
  });
});

describe('getUploadProgress', () => {
  it('tells of one PUT whether it has arrived', async () => {
    const ticket = await askTicket(owner);

    const before = await progressOf(ticket.fileId);
    await putBytes(ticket, 'bytes');
    const after = await progressOf(ticket.fileId);

    expect(before).toMatchObject({
      method: 'PUT',
      receivedBytes: 0,
      receivedParts: [],
      partSize: null,
      partCount: null,
    });
    expect(after.receivedBytes).toBe(5);
  });

  it('knows only uploads that go on', async () => {
    const { fileId } = await storeFile(owner, 'bytes');

    expect(errorTypeOf(await send(owner, GetUploadProgress, { fileId }))).toBe('UPLOAD_NOT_FOUND');
    expect(errorTypeOf(await send(owner, GetUploadProgress, { fileId: 'nothing' }))).toBe('UPLOAD_NOT_FOUND');
  });
});

describe('abortUpload', () => {
  it('ends an upload in parts, with what arrived of it', async () => {
    const ticket = await askParts();
    await putParts(ticket, [5]);

    const { abortUpload } = await expectData(send(owner, AbortUpload, { input: { fileId: ticket.fileId } }));

    expect(abortUpload.fileId).toBe(ticket.fileId);
    await expect.poll(async () => (await putPart(ticket, 5)).status, { timeout: 20_000 }).toBe(404);
    expect(errorTypeOf(await save(ticket.fileId))).toBe('UPLOAD_NOT_FOUND');
    expect(errorTypeOf(await send(owner, AbortUpload, { input: { fileId: ticket.fileId } }))).toBe('UPLOAD_NOT_FOUND');
  });

  it('ends one PUT, also when its bytes have arrived', async () => {
    const fileName = uniqueName();
    const ticket = await askTicket(owner, { fileName });
    await putBytes(ticket, 'bytes');

    await expectData(send(owner, AbortUpload, { input: { fileId: ticket.fileId } }));

    const again = await send(owner, GetUploadUrl, {
      input: { fileName, contentType: 'image/png', size: 5, fileId: ticket.fileId },
    });
    expect(errorTypeOf(again)).toBe('UPLOAD_NOT_FOUND');
  });

  it('and a save at once leave a file with its bytes, or none', async () => {
    for (let round = 0; round < 20; round += 1) {
      const ticket = await askTicket(owner);
      await putBytes(ticket, 'bytes');

      const [saved] = await Promise.all([
        save(ticket.fileId),
        send(owner, AbortUpload, { input: { fileId: ticket.fileId } }),
      ]);

      const answer = await send(owner, GetDownloadUrl, { fileId: ticket.fileId });
      const bodies = await Promise.all(
        [answer.data?.getDownloadUrl.downloadUrl ?? []].flat().map(async (url) => (await fetch(url)).text()),
      );
      expect(bodies).toEqual(saved.errors.length === 0 ? ['bytes'] : []);
    }
  });

  it('does not end a file that is saved', async () => {
    const { fileId } = await storeFile(owner, 'bytes');

    const answer = await send(owner, AbortUpload, { input: { fileId } });

    expect(errorTypeOf(answer)).toBe('UPLOAD_NOT_FOUND');
    expect((await send(owner, GetDownloadUrl, { fileId })).errors).toEqual([]);
  });
});
