import { describe, expect, it } from 'vitest';
import { objectUrl } from '../../../../local/s3/wire/objectUrl';
import { parseTarget } from '../../../../local/s3/wire/target';

describe('where a request points', () => {
  it.each([
    ['127.0.0.1:4566', '/', undefined, undefined],
    ['127.0.0.1:4566', '/bytes', 'bytes', undefined],
    ['127.0.0.1:4566', '/bytes/', 'bytes', undefined],
    ['localhost:4566', '/bytes/a/b', 'bytes', 'a/b'],
    ['localhost', '/bytes//a/../b/', 'bytes', '/a/../b/'],
    ['localhost', '/bytes/a%2Fb+c%20d', 'bytes', 'a/b+c d'],
    ['bytes.localhost:4566', '/', 'bytes', undefined],
    ['bytes.localhost:4566', '/a/b', 'bytes', 'a/b'],
    ['bytes.s3.localhost', '/a', 'bytes', 'a'],
    ['s3.localhost:4566', '/bytes/a', 'bytes', 'a'],
    ['my.bytes.s3.amazonaws.com', '/a', 'my.bytes', 'a'],
    ['bytes.s3.eu-central-1.amazonaws.com', '/a', 'bytes', 'a'],
    ['s3.eu-central-1.amazonaws.com', '/bytes/a', 'bytes', 'a'],
  ])('%s %s', (host, url, bucket, key) => {
    const target = parseTarget(url, host);

    expect([target.bucket, target.key]).toEqual([bucket, key]);
  });

  it.each([
    ['127.0.0.1:4566', 'http://127.0.0.1:4566/bytes/a%2Fb%20c'],
    ['localhost:4566', 'http://localhost:4566/bytes/a%2Fb%20c'],
    ['bytes.localhost:4566', 'http://bytes.localhost:4566/a%2Fb%20c'],
  ])('of an object has its bucket once: %s', (host, url) => {
    expect(objectUrl(host, 'bytes', 'a/b c')).toBe(url);
  });

  it('keeps the query as it was sent, in order and with repetitions', () => {
    const { query } = parseTarget('/b?x=1&x=2&bare&a=b=c&p=1+2&e=%26&', 'localhost');

    expect(query).toEqual([
      ['x', '1'],
      ['x', '2'],
      ['bare', ''],
      ['a', 'b=c'],
      ['p', '1 2'],
      ['e', '&'],
    ]);
  });
});
