import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refused } from '../../../schema/requests/errors';
import type { FilesApi } from '../../../tools/upload/filesApi';
import { createFileMeter } from '../../../tools/upload/meter';
import { uploadFile } from '../../../tools/upload/uploadFile';
import { createUploadState } from '../../../tools/upload/uploadState';
import { useStorage } from './useStorage';

const view = { begin: () => undefined, say: () => undefined, advance: () => undefined, end: () => undefined };

describe('An upload whose saving is refused', () => {
  it.each([
    { errorType: 'CHECKSUM_MISMATCH', known: undefined, then: 'is begun anew by the next run' },
    { errorType: 'OBJECT_MISSING', known: 'file', then: 'is gone on with by the next run' },
  ])('with $errorType $then', async ({ errorType, known }) => {
    await using storage = await useStorage([]);
    const state = createUploadState(dirname(storage.path), 'owner@example.com', Date.now);
    const api: FilesApi = {
      ...storage.sending.api,
      askTicket: async () => ({
        fileId: 'file',
        key: 'key',
        method: 'PUT',
        uploadUrl: storage.url,
        headers: [],
        partSize: null,
        partCount: null,
        parts: null,
        expiresAt: '2100-01-01T00:00:00.000Z',
      }),
      save: async () => {
        throw new Refused(errorType, 'No.');
      },
    };
    const uploading = { ...storage.sending, api, state, view: { ...view, close: () => undefined } };

    const upload = uploadFile(storage.file, createFileMeter(storage.file), uploading);

    await expect(upload).rejects.toMatchObject({ errorType });
    expect(await state.recall(storage.file)).toBe(known);
  });
});
