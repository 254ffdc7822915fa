import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refused } from '../../../schema/requests/errors';
import type { FilesApi } from '../../../tools/upload/filesApi';
import { createFileMeter } from '../../../tools/upload/meter';
import { uploadFile, type Uploading } from '../../../tools/upload/uploadFile';
import { createUploadState, type UploadState } from '../../../tools/upload/uploadState';
import { useStorage } from './useStorage';

const hour = 60 * 60 * 1000;
const view = {
  begin: () => undefined,
  say: () => undefined,
  advance: () => undefined,
  end: () => undefined,
  close: () => undefined,
};

const inOnePiece = { partSize: null, partCount: null };

/** An API that issues tickets for a storage and refuses to save. */
const uploadingTo = (
  { url, sending, file: { size } }: Awaited<ReturnType<typeof useStorage>>,
  state: UploadState,
  refusal: Refused,
): Uploading => {
  const api: FilesApi = {
    ...sending.api,
    askTicket: async () => ({
      fileId: 'file',
      key: 'key',
      method: 'PUT',
      uploadUrl: url,
      headers: [],
      ...inOnePiece,
      parts: null,
      expiresAt: '2100-01-01T00:00:00.000Z',
    }),
    askProgress: async () => ({
      fileId: 'file',
      method: 'PUT',
      size,
      receivedBytes: size,
      ...inOnePiece,
      receivedParts: [],
    }),
    save: async () => {
      throw refusal;
    },
  };
  return { ...sending, api, state, view };
};

describe('An upload whose saving is refused', () => {
  it.each([
    { errorType: 'CHECKSUM_MISMATCH', known: undefined, then: 'is begun anew by the next run' },
    { errorType: 'UPLOAD_EXPIRED', known: undefined, then: 'is begun anew by the next run' },
    { errorType: 'OBJECT_MISSING', known: 'file', then: 'is gone on with by the next run' },
    { errorType: 'Lambda:Unhandled', known: 'file', then: 'is gone on with by the next run' },
    { errorType: 'DynamoDB:InternalServerError', known: 'file', then: 'is gone on with by the next run' },
    { errorType: 'BUSY', known: 'file', then: 'is gone on with by the next run' },
    { errorType: 'UnauthorizedException', known: 'file', then: 'is gone on with by the next run' },
  ])('with $errorType $then', async ({ errorType, known }) => {
    await using storage = await useStorage([]);
    const state = createUploadState(dirname(storage.path), 'owner@example.com', Date.now);

    const upload = uploadFile(
      storage.file,
      createFileMeter(storage.file),
      uploadingTo(storage, state, new Refused(errorType, 'No.')),
    );

    await expect(upload).rejects.toMatchObject({ errorType });
    expect(await state.recall(storage.file)).toBe(known);
  });
});

describe('An upload that was gone on with', () => {
  it('is known for as long as an upload can live', async () => {
    await using storage = await useStorage([]);
    const clock = { now: 0 };
    const state = createUploadState(dirname(storage.path), 'owner@example.com', () => clock.now);
    const uploading = uploadingTo(storage, state, new Refused('UnauthorizedException', 'No.'));
    await state.remember(storage.file, 'file');

    await uploadFile(storage.file, createFileMeter(storage.file), uploading).catch(() => undefined);
    const known = [];
    for (const day of [6, 8]) {
      clock.now = day * 24 * hour;
      await state.forget({ ...storage.file, path: 'another' });
      known.push(await state.recall(storage.file));
    }

    expect(known).toEqual(['file', undefined]);
  });
});
