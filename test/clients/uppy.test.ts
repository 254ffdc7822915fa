import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GetDownloadUrl, GetUploadProgress, MyFiles } from '../../schema/generated/amplify';
import { stubBrowserRequest } from './browserRequest';
import { openUppy, type Uppy } from './openUppy';
import { startSession, type Ask } from './startSession';

const MiB = 1024 ** 2;

beforeEach(() => stubBrowserRequest('http://localhost:8000'));

afterEach(() => {
  vi.unstubAllGlobals();
});

const partSent = (uppy: Uppy): Promise<void> =>
  new Promise((resolve) => uppy.once('s3-multipart:part-uploaded', () => resolve()));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const download = async (ask: Ask, fileId: string): Promise<Buffer> => {
  const { getDownloadUrl } = await ask(GetDownloadUrl, { fileId });
  return Buffer.from(await (await fetch(getDownloadUrl.downloadUrl)).arrayBuffer());
};

const video = (bytes: Buffer<ArrayBuffer>) => ({
  name: 'Ferien – Ωmega.mp4',
  type: 'video/mp4',
  data: new Blob([bytes], { type: 'video/mp4' }),
});

describe('Uppy with @uppy/aws-s3', () => {
  it('uploads a small file by one PUT', async () => {
    const { ask } = await startSession();
    const uppy = await openUppy(ask);
    const bytes = randomBytes(70_000);
    uppy.addFile({ name: 'photo.png', type: 'image/png', data: new Blob([bytes], { type: 'image/png' }) });

    const result = await uppy.upload();

    const { myFiles } = await ask(MyFiles, {});
    expect(result?.failed).toEqual([]);
    expect(myFiles.items).toMatchObject([{ fileName: 'photo.png', size: 70_000, status: 'AVAILABLE' }]);
    expect(sha256(await download(ask, myFiles.items[0]?.fileId ?? ''))).toBe(sha256(bytes));
  });

  it('uploads a large file in parts, goes on after a pause and after a reload', async () => {
    const { ask } = await startSession();
    const bytes = randomBytes(64 * MiB + 1);
    const before = await openUppy(ask);
    const id = before.addFile(video(bytes));
    const paused = partSent(before).then(() => before.pauseAll());
    void before.upload();
    await paused;
    const resumed = partSent(before).then(() => before.pauseAll());
    before.resumeAll();
    await resumed;

    const { meta, s3Multipart } = before.getFile(id);
    const halfway = await ask(GetUploadProgress, { fileId: meta.fileId ?? '' });
    const after = await openUppy(ask);
    after.setFileState(after.addFile({ ...video(bytes), meta }), { ...(s3Multipart ? { s3Multipart } : {}) }); // as Golden Retriever does
    const result = await after.upload();

    const { myFiles } = await ask(MyFiles, {});
    expect(halfway.getUploadProgress.receivedParts.length).toBeGreaterThanOrEqual(2);
    expect(result?.failed).toEqual([]);
    expect(myFiles.items).toMatchObject([{ fileId: meta.fileId, fileName: 'Ferien – Ωmega.mp4', size: bytes.length }]);
    expect(sha256(await download(ask, meta.fileId ?? ''))).toBe(sha256(bytes));
  });

  it('leaves nothing of an upload that is cancelled', async () => {
    const { ask } = await startSession();
    const uppy = await openUppy(ask);
    const id = uppy.addFile(video(Buffer.alloc(64 * MiB + 1)));
    const sent = partSent(uppy);
    const upload = uppy.upload();
    await sent;
    const fileId = uppy.getFile(id).meta.fileId ?? '';

    uppy.removeFile(id);
    await upload;

    await vi.waitFor(
      () => expect(ask(GetUploadProgress, { fileId })).rejects.toMatchObject({ errorType: 'UPLOAD_NOT_FOUND' }),
      { timeout: 20_000 }, // of a loaded machine
    );
  });
});
