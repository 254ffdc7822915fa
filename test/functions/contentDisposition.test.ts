import { describe, expect, it } from 'vitest';
import { createUrlSigner } from '../../functions/shared/urlSigner';
import { contentDisposition } from '../../functions/signDownload/contentDisposition';
import { signDownload } from '../../functions/signDownload/signDownload';

const encoded = (name: string): string => `filename*=UTF-8''${encodeURIComponent(name)}`;

describe('contentDisposition', () => {
  it.each([
    ['plain.txt', `attachment; filename="plain.txt"; filename*=UTF-8''plain.txt`],
    ['€ rates.txt', `attachment; filename="_ rates.txt"; filename*=UTF-8''%E2%82%AC%20rates.txt`],
    ['a"b\\c%d.txt', `attachment; filename="a_b_c_d.txt"; filename*=UTF-8''a%22b%5Cc%25d.txt`],
    ["it's (1)*.txt", `attachment; filename="it's (1)*.txt"; filename*=UTF-8''it%27s%20%281%29%2A.txt`],
    ['👍.png', `attachment; filename="_.png"; filename*=UTF-8''%F0%9F%91%8D.png`],
    ['a\r\nX-Evil: 1', `attachment; filename="a__X-Evil: 1"; filename*=UTF-8''a%0D%0AX-Evil%3A%201`],
  ])('writes %j', (fileName, header) => {
    expect(contentDisposition('attachment', fileName)).toBe(header);
  });

  it.each([
    ['of 255 letters of two bytes nowhere', `${'ü'.repeat(251)}.png`, `${'ü'.repeat(251)}.png`],
    ['before its extension', `${'日'.repeat(251)}.png`, `${'日'.repeat(169)}.png`],
    ['between characters', `${'👍'.repeat(251)}.png`, `${'👍'.repeat(127)}.png`],
    ['without an extension', '日'.repeat(255), '日'.repeat(170)],
    ['with an end too long for an extension', `a.${'日'.repeat(253)}`, `a.${'日'.repeat(170)}`],
  ])('cuts a name %s', (_, fileName, cut) => {
    expect(contentDisposition('attachment', fileName).endsWith(encoded(cut))).toBe(true);
  });

  it('leaves a browser room for its headers within what S3 takes, with the longest name and a long token', async () => {
    const environment = { BUCKET_NAME: `myfiles-bytes-${'1'.repeat(12)}-ap-southeast-2`, AWS_REGION: 'ap-southeast-2' };
    const signerWith = createUrlSigner({ ...environment, URL_LIFETIME_SECONDS: '300' }, () => 0);
    const sessionToken = Buffer.alloc(2100, 0x5a).toString('base64');
    const signUrl = signerWith({ accessKeyId: 'A'.repeat(20), secretAccessKey: 's', sessionToken });
    const uuid = '0'.repeat(36);

    const { downloads } = await signDownload(signUrl, {
      downloads: [
        {
          key: `uploads/${uuid}/${uuid}`,
          versionId: 'v'.repeat(32),
          fileName: '👍'.repeat(255),
          contentType: 'image/png',
          disposition: 'ATTACHMENT',
        },
      ],
    });

    expect(downloads[0]?.downloadUrl.length).toBeLessThan(8192 - 1500);
  });
});
