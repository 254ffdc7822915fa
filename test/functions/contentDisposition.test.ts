import { describe, expect, it } from 'vitest';
import { contentDisposition } from '../../functions/signDownload/contentDisposition';

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
});
