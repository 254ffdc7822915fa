import { describe, expect, it } from 'vitest';
import {
  DeleteFile,
  DeleteFiles,
  GetDownloadUrl,
  GetFile,
  MyFiles,
  RestoreFile,
  SaveFileMetadata,
  UpdateFile,
} from '../../schema/generated/amplify';
import type { FileFilter, UpdateFileInput } from '../../schema/generated/types';
import { listAll } from './listAll';
import { errorTypeOf, expectData, send } from './send';
import { owner, stranger } from './target';
import { askTicket, storeFile, uniqueName } from './upload';

const update = (input: UpdateFileInput & { extra?: string | null }) => send(owner, UpdateFile, { input });
const trash = (fileId: string, permanent = false) => send(owner, DeleteFile, { input: { fileId, permanent } });
const restore = (fileId: string) => send(owner, RestoreFile, { input: { fileId } });
const get = async (fileId: string) => (await expectData(send(owner, GetFile, { fileId }))).getFile;
const list = async (filter: FileFilter) => (await listAll(owner, { filter })).map(({ fileId }) => fileId);

describe('getFile', () => {
  it('shows a file of any status, with a URL when it is AVAILABLE', async () => {
    const file = await storeFile(owner, 'bytes');
    const ticket = await askTicket(owner);

    const found = await get(file.fileId);
    const pending = await get(ticket.fileId);

    expect(found).toMatchObject(file);
    expect(await (await fetch(found?.downloadUrl ?? '')).text()).toBe('bytes');
    expect(pending).toMatchObject({ status: 'PENDING', downloadUrl: null, expiresAt: expect.any(String) });
  });

  it.each(['unknown', '#', ''])('is null for %j', async (fileId) => {
    expect(await get(fileId)).toBeNull();
  });
});

describe('updateFile', () => {
  it('renames without touching the bytes, and the list follows', async () => {
    const file = await storeFile(owner, 'bytes');
    const fileName = uniqueName('.jpg');

    const { updateFile } = await expectData(update({ fileId: file.fileId, version: 1, fileName, extra: '{"a":1}' }));

    expect(updateFile).toMatchObject({ fileName, key: file.key, version: 2, extra: '{"a":1}' });
    expect(updateFile.uploadedAt).toBe(file.uploadedAt);
    expect(await list({ fileNamePrefix: fileName })).toEqual([file.fileId]);
    expect(await list({ fileNamePrefix: file.fileName })).toEqual([]);
  });

  it('has one winner among changes at once, and the same answer for the same change', async () => {
    const { fileId } = await storeFile(owner, 'bytes');

    const answers = await Promise.all(
      ['a.png', 'b.png', 'c.png', 'd.png'].map((fileName) => update({ fileId, version: 1, fileName })),
    );

    const won = answers.flatMap(({ data }) => (data ? [data.updateFile] : []));
    expect(won).toHaveLength(1);
    expect(answers.filter(({ data }) => !data).map(errorTypeOf)).toEqual(Array(3).fill('VERSION_CONFLICT'));
    const again = await expectData(update({ fileId, version: 1, fileName: won[0]?.fileName ?? '' }));
    expect(again.updateFile).toEqual(won[0]);
  });

  it('keeps what is left out and removes extra that is null', async () => {
    const { fileId, fileName } = await storeFile(owner, 'bytes');
    await expectData(update({ fileId, version: 1, extra: '{"a":1}' }));

    const kept = await expectData(update({ fileId, version: 2, fileName: `new ${fileName}` }));
    const removed = await expectData(update({ fileId, version: 3, extra: null }));

    expect(kept.updateFile).toMatchObject({ extra: '{"a":1}', fileName: `new ${fileName}` });
    expect(removed.updateFile).toMatchObject({ extra: null, fileName: `new ${fileName}` });
  });

  it.each([
    [{ fileName: 'a/b' }, 'INVALID_FILE_NAME'],
    [{ fileName: '' }, 'INVALID_FILE_NAME'],
    [{ extra: '[]' }, 'INVALID_EXTRA'],
    [{ version: 7, fileName: 'x.png' }, 'VERSION_CONFLICT'],
    [{ fileId: 'unknown' }, 'NOT_FOUND'],
  ])('refuses %j with %s', async (changes, errorType) => {
    const { fileId } = await storeFile(owner, 'bytes');

    const answer = await update({ fileId, version: 1, ...changes });

    expect(errorTypeOf(answer)).toBe(errorType);
  });

  it('refuses a file in the trash', async () => {
    const { fileId } = await storeFile(owner, 'bytes');
    await expectData(trash(fileId));

    expect(errorTypeOf(await update({ fileId, version: 2, fileName: 'x.png' }))).toBe('STATE_CONFLICT');
  });
});

describe('the trash', () => {
  it('takes a file out of the lists and of reach, and gives it back as it was', async () => {
    const file = await storeFile(owner, 'bytes');
    const fileNamePrefix = file.fileName;

    const { deleteFile } = await expectData(trash(file.fileId));

    expect(deleteFile.file).toMatchObject({ status: 'TRASHED', version: 2, trashedAt: expect.any(String) });
    const left = Date.parse(deleteFile.file?.expiresAt ?? '') - Date.parse(deleteFile.file?.trashedAt ?? '');
    expect(Math.abs(left / 86_400_000 - 30)).toBeLessThan(0.01);
    expect(await list({ fileNamePrefix })).toEqual([]);
    expect(await list({ fileNamePrefix, status: 'TRASHED' })).toEqual([file.fileId]);
    expect(errorTypeOf(await send(owner, GetDownloadUrl, { fileId: file.fileId }))).toBe('NOT_FOUND');

    const { restoreFile } = await expectData(restore(file.fileId));

    expect(restoreFile).toMatchObject({ ...file, version: 3, updatedAt: expect.any(String) });
    expect(await list({ fileNamePrefix })).toEqual([file.fileId]);
    const { getDownloadUrl } = await expectData(send(owner, GetDownloadUrl, { fileId: file.fileId }));
    expect(await (await fetch(getDownloadUrl.downloadUrl)).text()).toBe('bytes');
  });

  it('says the same when asked twice, one after another or at once', async () => {
    const { fileId } = await storeFile(owner, 'bytes');

    const first = await expectData(trash(fileId));
    const second = await expectData(trash(fileId));
    const restored = await Promise.all([restore(fileId), restore(fileId), restore(fileId)]);

    expect(second).toEqual(first);
    for (const answer of restored)
      expect(['3', 'BUSY']).toContain(String(answer.data?.restoreFile.version ?? errorTypeOf(answer)));
    expect((await expectData(restore(fileId))).restoreFile).toMatchObject({ status: 'AVAILABLE', version: 3 });
  });

  it('deletes for good what is in it, what is not, and what is gone', async () => {
    const [kept, trashed] = [await storeFile(owner, 'bytes'), await storeFile(owner, 'bytes')];
    const { downloadUrl } = (await get(kept.fileId)) ?? {};
    await expectData(trash(trashed.fileId));

    for (const { fileId } of [kept, trashed, kept]) {
      expect(await expectData(trash(fileId, true))).toEqual({ deleteFile: { fileId, file: null } });
    }

    expect(await get(kept.fileId)).toBeNull();
    expect(errorTypeOf(await restore(trashed.fileId))).toBe('NOT_FOUND');
    await expect.poll(async () => (await fetch(downloadUrl ?? '')).status, { timeout: 20_000 }).toBe(404);
  });

  it('is not for pending uploads', async () => {
    const { fileId } = await askTicket(owner);

    expect(errorTypeOf(await trash(fileId))).toBe('STATE_CONFLICT');
    expect(errorTypeOf(await trash(fileId, true))).toBe('STATE_CONFLICT');
    expect(errorTypeOf(await restore(fileId))).toBe('NOT_FOUND');
  });

  it('does not let a file be saved again', async () => {
    const { fileId } = await storeFile(owner, 'bytes');
    await expectData(trash(fileId));

    expect(errorTypeOf(await send(owner, SaveFileMetadata, { input: { fileId } }))).toBe('STATE_CONFLICT');
  });

  it('lists by name, size and date, in both directions', async () => {
    const prefix = uniqueName(' ');
    const [small, large] = [
      await storeFile(owner, '1', { fileName: `${prefix}b` }),
      await storeFile(owner, '22', { fileName: `${prefix}a` }),
    ];
    await expectData(send(owner, DeleteFiles, { input: { fileIds: [small.fileId, large.fileId] } }));
    const filter: FileFilter = { fileNamePrefix: prefix, status: 'TRASHED' };

    const inOrder = async (sortBy: 'FILE_NAME' | 'SIZE' | 'UPLOADED_AT', sortDirection: 'ASC' | 'DESC') =>
      (await listAll(owner, { filter, sortBy, sortDirection })).map(({ size }) => size);

    expect(await inOrder('FILE_NAME', 'ASC')).toEqual([2, 1]);
    expect(await inOrder('SIZE', 'ASC')).toEqual([1, 2]);
    expect(await inOrder('UPLOADED_AT', 'DESC')).toEqual([2, 1]);
  });
});

describe('deleteFiles', () => {
  it('trashes many at once and leaves out what is not there', async () => {
    const files = [await storeFile(owner, 'bytes'), await storeFile(owner, 'bytes')];
    const fileIds = [...files.map(({ fileId }) => fileId), 'unknown'];

    const { deleteFiles } = await expectData(send(owner, DeleteFiles, { input: { fileIds } }));

    expect(deleteFiles.map(({ fileId }) => fileId)).toEqual(fileIds.slice(0, 2));
    expect(deleteFiles.every(({ file }) => file?.status === 'TRASHED')).toBe(true);
    expect(await expectData(send(owner, DeleteFiles, { input: { fileIds } }))).toEqual({ deleteFiles });
  });

  it('deletes many for good, none of them another’s', async () => {
    const mine = await storeFile(owner, 'bytes');
    const other = await storeFile(stranger, 'bytes');
    const fileIds = [mine.fileId, other.fileId];

    const { deleteFiles } = await expectData(send(owner, DeleteFiles, { input: { fileIds, permanent: true } }));

    expect(deleteFiles).toEqual(fileIds.map((fileId) => ({ fileId, file: null })));
    expect(await get(mine.fileId)).toBeNull();
    expect((await expectData(send(stranger, GetFile, { fileId: other.fileId }))).getFile?.status).toBe('AVAILABLE');
  });

  it.each([
    ['no file', []],
    ['too many', Array.from({ length: 51 }, (_, at) => `f${at}`)],
    ['what cannot be a file', ['#']],
  ])('refuses %s', async (_what, fileIds) => {
    expect(errorTypeOf(await send(owner, DeleteFiles, { input: { fileIds } }))).toBe('INVALID_ARGUMENT');
  });

  it('changes nothing when one of them is a pending upload', async () => {
    const [file, ticket] = [await storeFile(owner, 'bytes'), await askTicket(owner)];

    const answer = await send(owner, DeleteFiles, { input: { fileIds: [file.fileId, ticket.fileId] } });

    expect(errorTypeOf(answer)).toBe('STATE_CONFLICT');
    expect((await get(file.fileId))?.status).toBe('AVAILABLE');
  });
});

describe('pending uploads', () => {
  it('are listed by the date of their ticket, for those who want to go on with them', async () => {
    const ticket = await askTicket(owner, { contentType: 'image/webp' });

    const [newest] = await list({ status: 'PENDING', contentType: 'image/webp' });

    expect(newest).toBe(ticket.fileId);
    const byName = await send(owner, MyFiles, { filter: { status: 'PENDING', fileNamePrefix: 'a' } });
    expect(errorTypeOf(byName)).toBe('INVALID_ARGUMENT');
  });
});
