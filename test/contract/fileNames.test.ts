import { describe, expect, it } from 'vitest';
import { GetDownloadUrl, GetUploadUrl, MyFiles } from '../../schema/generated/amplify';
import { errorTypeOf, expectData, send } from './send';
import { owner } from './target';
import { storeFile } from './upload';

describe('a file name', () => {
  it.each([
    ['of spaces and quotes', ` a 'b' "c" %2F + & = ? # ; , .png`],
    ['in many scripts', 'Ωmega 文件 файл ملف 😀 – é.png'],
    ['of joined letters', '👨‍👩‍👧 می‌خواهم.png'],
    ['that Windows keeps for itself', 'CON.png'],
    ['that hides', '.htaccess'],
    ['of an ending only', '..png'],
    ['of 255 letters', `${'ü'.repeat(251)}.png`],
    ['that looks like a prototype', '__proto__'],
    ['that looks like markup', '<img src=x onerror=alert(1)>.png'],
  ])('%s comes back as it was, and never enters the key', async (_, fileName) => {
    const { fileId, key } = await storeFile(owner, 'bytes', { fileName });

    const { myFiles } = await expectData(send(owner, MyFiles, { filter: { fileNamePrefix: fileName } }));
    const { getDownloadUrl } = await expectData(send(owner, GetDownloadUrl, { fileId }));
    const answer = await fetch(getDownloadUrl.downloadUrl);
    const [, encoded = ''] = /filename\*=UTF-8''(.*)$/.exec(answer.headers.get('content-disposition') ?? '') ?? [];

    expect(myFiles.items).toContainEqual(expect.objectContaining({ fileId, fileName }));
    expect(decodeURIComponent(encoded)).toBe(fileName);
    expect(await answer.text()).toBe('bytes');
    expect(key).toMatch(/^uploads\/[0-9a-f-]{36}\/[A-Za-z0-9_-]+$/);
  });

  it('may not override the text direction, which would hide its extension', async () => {
    const fileName = 'photo\u202egnp.exe';

    const answer = await send(owner, GetUploadUrl, { input: { fileName, contentType: 'image/png', size: 5 } });

    expect(errorTypeOf(answer)).toBe('INVALID_FILE_NAME');
  });

  it('is the same in either Unicode form', async () => {
    const { fileName } = await storeFile(owner, 'bytes', { fileName: 'e\u0301.png' });

    expect(fileName).toBe('\u00e9.png');
  });
});
