import { describe, expect, it } from 'vitest';
import { GetDownloadUrl } from '../../schema/generated/amplify';
import type { ContentDisposition } from '../../schema/generated/types';
import { errorTypeOf, expectData, send } from './send';
import { owner, stranger } from './target';
import { askTicket, storeFile } from './upload';

const askUrl = async (fileId: string, disposition?: ContentDisposition): Promise<string> => {
  const { getDownloadUrl } = await expectData(send(owner, GetDownloadUrl, { fileId, disposition }));
  return getDownloadUrl.downloadUrl;
};

describe('getDownloadUrl', () => {
  it('gives back the bytes with their type, under their name', async () => {
    const { fileId } = await storeFile(owner, 'some bytes', { fileName: 'Übung "1" 文件.png' });

    const answer = await fetch(await askUrl(fileId));

    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('some bytes');
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="_bung _1_ __.png"; filename*=UTF-8''%C3%9Cbung%20%221%22%20%E6%96%87%E4%BB%B6.png`,
    );
  });

  it('gives a range', async () => {
    const { fileId } = await storeFile(owner, 'some bytes');

    const answer = await fetch(await askUrl(fileId), { headers: { range: 'bytes=-5' } });

    expect(answer.status).toBe(206);
    expect(await answer.text()).toBe('bytes');
  });

  it.each([
    ['image/png', 'INLINE', 'inline'],
    ['image/png', 'ATTACHMENT', 'attachment'],
    ['image/svg+xml', 'INLINE', 'attachment'],
    ['text/html', 'INLINE', 'attachment'],
    ['video/mp4', 'INLINE', 'inline'],
    ['video/x+xml', 'INLINE', 'attachment'],
  ] as const)('serves %s asked for %s as %s', async (contentType, disposition, served) => {
    const { fileId } = await storeFile(owner, '<svg/>', { contentType });

    const answer = await fetch(await askUrl(fileId, disposition));

    expect(answer.headers.get('content-disposition')).toMatch(new RegExp(`^${served};`));
  });

  it('serves only what it was signed for', async () => {
    const url = new URL(await askUrl((await storeFile(owner, 'bytes')).fileId));
    url.searchParams.set('response-content-disposition', 'inline');

    const answer = await fetch(url);

    expect(answer.status).toBe(403);
  });

  it('knows no file of another, none that is pending and none that is not there', async () => {
    const { fileId } = await storeFile(owner, 'bytes');
    const pending = await askTicket(owner);

    const answers = [
      await send(stranger, GetDownloadUrl, { fileId }),
      await send(owner, GetDownloadUrl, { fileId: pending.fileId }),
      await send(owner, GetDownloadUrl, { fileId: 'nothing' }),
      await send(owner, GetDownloadUrl, { fileId: '' }),
      await send(owner, GetDownloadUrl, { fileId: 'x'.repeat(5000) }),
      await send(owner, GetDownloadUrl, { fileId: '\u0000' }),
    ];

    expect(answers.map(errorTypeOf)).toEqual(answers.map(() => 'NOT_FOUND'));
  });
});
