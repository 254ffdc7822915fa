import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { owner, reader, session } from './fixtures';
import { startS3, temporaryDirectory } from './startS3';
import { elementOf, send, signed, type WireRequest } from './sendRequest';

const key = '/bytes/k';
const put = { method: 'PUT', path: key, headers: { 'content-length': '5' }, body: 'hello' };

/** A request without a body, as it goes over the wire. */
const textOf = ({ method = 'GET', path, headers = {} }: WireRequest): string =>
  [`${method} ${path} HTTP/1.1`, ...Object.entries(headers).map((pair) => pair.join(': ')), '\r\n'].join('\r\n');

describe('a request signed by header', () => {
  it('is served, with temporary credentials too', async () => {
    const { port } = await startS3();

    const written = await send(port, await signed(port, put, { credentials: session }));
    const got = await send(port, await signed(port, { path: key }));

    expect([written.status, got.status, got.text]).toEqual([200, 200, 'hello']);
    expect(got.headers).toMatchObject({
      'content-type': 'binary/octet-stream',
      'accept-ranges': 'bytes',
      'x-amz-request-id': expect.stringMatching(/^[0-9A-F]{16}$/),
      'x-amz-id-2': expect.any(String),
      server: 'AmazonS3',
    });
  });

  it('may have spaces and tabs in a row, which the SDK signs as one space', async () => {
    const { port } = await startS3();

    const headers = { ...put.headers, 'x-amz-meta-a': 'a \t b\tc' };
    const written = await send(port, await signed(port, { ...put, headers }));

    expect(written.status).toBe(200);
  });

  it('may end in a letter whose last byte is a space in Latin-1', async () => {
    const { port } = await startS3();
    const onTheWire = Buffer.from('voilà').toString('latin1');
    const request = await signed(port, { ...put, headers: { ...put.headers, 'x-amz-meta-a': 'voilà' } });

    const headers = { ...request.headers, 'x-amz-meta-a': onTheWire };
    const written = await send(port, { ...request, headers, body: Buffer.from(put.body) }); // with a text, Node would send UTF-8
    const got = await send(port, await signed(port, { path: key }));

    expect([written.status, got.headers['x-amz-meta-a']]).toEqual([200, onTheWire]);
  });

  it('is refused in S3’s error document when it is unsigned', async () => {
    const { port } = await startS3();

    const answer = await send(port, { path: key });

    expect(answer.status).toBe(403);
    expect(answer.headers['content-type']).toBe('application/xml');
    expect(answer.text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<Error><Code>AccessDenied<\/Code><Message>Access Denied<\/Message><RequestId>[0-9A-F]{16}<\/RequestId><HostId>[^<]+<\/HostId><\/Error>$/,
    );
  });

  it.each([
    ['an unknown key', { credentials: { accessKeyId: 'AKIANOBODY', secretAccessKey: 'x' } }, 403, 'InvalidAccessKeyId'],
    ['another secret', { credentials: { ...owner, secretAccessKey: 'x' } }, 403, 'SignatureDoesNotMatch'],
    ['another region', { region: 'us-east-1' }, 400, 'AuthorizationHeaderMalformed'],
    [
      'no session token',
      { credentials: { accessKeyId: session.accessKeyId, secretAccessKey: session.secretAccessKey } },
      400,
      'InvalidToken',
    ],
    ['another session token', { credentials: { ...session, sessionToken: 'other' } }, 400, 'InvalidToken'],
    ['a token that nobody gave out', { credentials: { ...owner, sessionToken: 'other' } }, 400, 'InvalidToken'],
    ['an early clock', { date: new Date(Date.now() - 901_000) }, 403, 'RequestTimeTooSkewed'],
    ['a late clock', { date: new Date(Date.now() + 930_000) }, 403, 'RequestTimeTooSkewed'],
    ['rights to read only', { credentials: reader }, 403, 'AccessDenied'],
  ])('is refused with %s', async (_, signing, status, code) => {
    const { port } = await startS3();

    const answer = await send(port, await signed(port, put, signing));

    expect([answer.status, elementOf(answer.text, 'Code')]).toEqual([status, code]);
  });

  it.each([
    ['garbage', 'Bearer abc'],
    ['half of it', 'AWS4-HMAC-SHA256 Credential=AKIAOWNER/20260131/eu-central-1/s3/aws4_request'],
    ['a short signature', 'AWS4-HMAC-SHA256 Credential=a/b/c/s3/aws4_request, SignedHeaders=host, Signature=00'],
  ])('is refused with %s as Authorization', async (_, authorization) => {
    const { port } = await startS3();

    const answer = await send(port, { path: key, headers: { authorization } });

    expect([answer.status, elementOf(answer.text, 'Code')]).toEqual([400, 'AuthorizationHeaderMalformed']);
  });

  it.each([
    ['its query is', { path: key, query: { 'response-content-disposition': 'x'.repeat(8000) } }],
    ['a header is', { path: key, headers: { 'x-amz-meta-a': 'x'.repeat(8000) } }],
  ])('is refused when %s so long that S3 does not take it with the rest', async (_, request) => {
    const { port } = await startS3();

    const answer = await send(port, await signed(port, request));

    const details = ['Code', 'MaxSizeAllowed'].map((name) => elementOf(answer.text, name));
    expect([answer.status, ...details]).toEqual([400, 'RequestHeaderSectionTooLarge', '8192']);
  });

  it('is refused when its body is not the signed one', async () => {
    const { port, directory } = await startS3();

    const answer = await send(port, { ...(await signed(port, put)), body: 'HELLO' });

    expect([answer.status, elementOf(answer.text, 'Code')]).toEqual([400, 'XAmzContentSHA256Mismatch']);
    expect(await readdir(join(directory, 'bytes'))).toEqual([]);
  });
});

describe('an upload', () => {
  it.each([
    ['a wrong Content-MD5', { 'content-md5': createHash('md5').update('x').digest('base64') }, 400, 'BadDigest'],
    ['no MD5 in Content-MD5', { 'content-md5': 'abc' }, 400, 'InvalidDigest'],
    ['a wrong checksum', { 'x-amz-checksum-crc32': 'AAAAAA==' }, 400, 'BadDigest'],
    ['a checksum of another length', { 'x-amz-checksum-sha256': 'AAAAAA==' }, 400, 'InvalidRequest'],
    [
      'two checksums',
      { 'x-amz-checksum-crc32': 'AAAAAA==', 'x-amz-checksum-crc32c': 'AAAAAA==' },
      400,
      'InvalidRequest',
    ],
    ['an announced checksum that does not come', { 'x-amz-sdk-checksum-algorithm': 'CRC32' }, 400, 'InvalidRequest'],
    ['another If-None-Match than *', { 'if-none-match': '"abc"' }, 501, 'NotImplemented'],
    ['If-Match where nothing is', { 'if-match': '"abc"' }, 404, 'NoSuchKey'],
    ['a public ACL', { 'x-amz-acl': 'public-read' }, 400, 'AccessControlListNotSupported'],
    ['an object lock', { 'x-amz-object-lock-mode': 'GOVERNANCE' }, 501, 'NotImplemented'],
    ['KMS encryption', { 'x-amz-server-side-encryption': 'aws:kms' }, 501, 'NotImplemented'],
    ['a made-up payload hash', { 'x-amz-content-sha256': 'made up' }, 400, 'InvalidArgument'],
    ['too much metadata', { 'x-amz-meta-a': 'x'.repeat(2049) }, 400, 'MetadataTooLarge'],
    ['eleven tags', { 'x-amz-tagging': Array.from({ length: 11 }, (__, n) => `k${n}=v`).join('&') }, 400, 'BadRequest'],
    ['more bytes than S3 takes', { 'content-length': String(5 * 1024 ** 3 + 1) }, 400, 'EntityTooLarge'],
  ])('is refused with %s, and leaves nothing', async (_, headers, status, code) => {
    const { port, directory } = await startS3();

    const answer = await send(port, await signed(port, { ...put, headers: { ...put.headers, ...headers } }));

    expect([answer.status, elementOf(answer.text, 'Code')]).toEqual([status, code]);
    expect(await readdir(join(directory, 'bytes'))).toEqual([]);
  });

  it('must say its length', async () => {
    const { port } = await startS3();

    const answer = await send(port, await signed(port, { ...put, headers: { 'transfer-encoding': 'chunked' } }));

    expect([answer.status, elementOf(answer.text, 'Code')]).toEqual([411, 'MissingContentLength']);
  });

  it('names the header that is not implemented', async () => {
    const { port } = await startS3();

    const answer = await send(
      port,
      await signed(port, { ...put, headers: { 'content-length': '5', 'x-amz-mfa': '1' } }),
    );

    expect(elementOf(answer.text, 'Header')).toBe('x-amz-mfa');
  });

  it('replaces an object under If-Match only', async () => {
    const { port } = await startS3();
    const first = await send(port, await signed(port, put));
    const ifMatch = (etag: string) => ({ ...put, headers: { 'content-length': '5', 'if-match': etag } });

    const stale = await send(port, await signed(port, ifMatch('"0123"')));
    const fresh = await send(port, await signed(port, ifMatch(first.headers.etag ?? '')));

    expect([stale.status, fresh.status]).toEqual([412, 200]);
  });

  it.each(['cut off', 'stalled'])('that is %s leaves no object and no bytes', async (how) => {
    const { port, directory } = await startS3({ idleTimeoutMilliseconds: 300 });
    const { path, headers = {} } = await signed(port, { ...put, body: 'hello' });
    const head = [`PUT ${path} HTTP/1.1`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];

    const text = await new Promise<string>((resolve) => {
      let received = '';
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`${head.join('\r\n')}\r\n\r\nhel`, () => (how === 'cut off' ? socket.end() : undefined));
      });
      socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
      socket.on('close', () => resolve(received));
    });

    const got = await send(port, await signed(port, { path: key }));
    expect(text).toMatch(how === 'stalled' ? /400 Bad Request[^]*<Code>RequestTimeout<\/Code>/ : /^($|HTTP\/1.1 400)/);
    expect(got.status).toBe(404);
    await expect.poll(() => readdir(join(directory, 'bytes'))).toEqual([]);
  });
});

describe('aws-chunked bodies', () => {
  const chunks = ['a'.repeat(8192), 'b'.repeat(10_000), 'c'];
  const whole = chunks.join('');
  const encode = async (port: number, options: { trailer?: string; forge?: boolean; chunks?: string[] } = {}) => {
    const { trailer, forge = false } = options;
    const kind =
      trailer === undefined ? 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' : 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER';
    const request = await signed(port, {
      ...put,
      headers: {
        'x-amz-content-sha256': kind,
        'x-amz-decoded-content-length': String((options.chunks ?? chunks).join('').length),
        'content-encoding': 'aws-chunked',
        ...(trailer === undefined ? {} : { 'x-amz-trailer': 'x-amz-checksum-crc32' }),
      },
    });
    const headers = request.headers ?? {};
    const timestamp = headers['x-amz-date'] ?? '';
    const scope = `${timestamp.slice(0, 8)}/eu-central-1/s3/aws4_request`;
    const hmac = (secret: string | Buffer, text: string) => createHmac('sha256', secret).update(text).digest();
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    const secret = scope
      .split('/')
      .reduce<Buffer>((k, part) => hmac(k, part), Buffer.from(`AWS4${owner.secretAccessKey}`));
    let previous = /Signature=(\w+)/.exec(headers['authorization'] ?? '')?.[1] ?? '';
    const next = (name: string, rest: string[]) =>
      (previous = hmac(secret, [`AWS4-HMAC-SHA256-${name}`, timestamp, scope, previous, ...rest].join('\n')).toString(
        'hex',
      ));
    const parts = [...(options.chunks ?? chunks), ''].map((chunk) => {
      const signature = next('PAYLOAD', [sha(''), sha(chunk)]);
      const text = forge && chunk === 'c' ? 'C' : chunk;
      return `${chunk.length.toString(16)};chunk-signature=${signature}\r\n${text}${chunk === '' ? '' : '\r\n'}`;
    });
    const line = `x-amz-checksum-crc32:${trailer}`;
    const end =
      trailer === undefined
        ? '\r\n'
        : `${line}\r\nx-amz-trailer-signature:${next('TRAILER', [sha(`${line}\n`)])}\r\n\r\n`;
    const body = parts.join('') + end;
    return { ...request, headers: { ...headers, 'content-length': String(body.length) }, body };
  };

  it('are decoded when every chunk is signed', async () => {
    const { port } = await startS3();

    const answer = await send(port, await encode(port));
    const got = await send(port, await signed(port, { path: key }));

    expect([answer.status, got.text]).toEqual([200, whole]);
    expect(got.headers['content-encoding']).toBeUndefined();
  });

  it('are refused when a chunk was changed, or a trailer is wrong', async () => {
    const { port, directory } = await startS3();

    const forged = await send(port, await encode(port, { forge: true }));
    const wrong = await send(port, await encode(port, { trailer: 'AAAAAA==' }));
    const small = await send(port, await encode(port, { chunks: ['a', 'b'] }));

    expect(elementOf(forged.text, 'Code')).toBe('SignatureDoesNotMatch');
    expect(elementOf(wrong.text, 'Code')).toBe('BadDigest');
    expect(elementOf(small.text, 'Code')).toBe('InvalidChunkSizeError');
    expect(await readdir(join(directory, 'bytes'))).toEqual([]);
  });

  it('are verified against a signed trailer', async () => {
    const { port } = await startS3();

    const answer = await send(port, await encode(port, { chunks: ['hello world'], trailer: 'DUoRhQ==' }));

    expect([answer.status, answer.headers['x-amz-checksum-crc32']]).toEqual([200, 'DUoRhQ==']);
  });

  it.each([
    '',
    'xyz',
    'ffffffffffffff\r\n',
    '5\r\nhel',
    '5\r\nhelloXX0\r\n\r\n',
    '5\nhello\r\n0\r\n\r\n',
    '5\r\nhello\n0\r\n\r\n',
    '5\r\nhello\r\n0\n\r\n',
    '5\r\nhello\r\n0\r\n\n',
    '5\r\nhello\r\n0\r\nnocolon\r\n\r\n',
    `${'5'.repeat(5000)}`,
    '5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n',
    '5\r\nhello\r\n0\r\n__proto__:x\r\n\r\n',
  ])('that are malformed (%j) are a 400', async (body) => {
    const { port } = await startS3();
    const request = await signed(port, {
      ...put,
      headers: { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'x-amz-decoded-content-length': '5' },
    });

    const answer = await send(port, {
      ...request,
      headers: { ...request.headers, 'content-length': String(body.length) },
      body,
    });

    expect(answer.status).toBe(400);
  });
});

describe('trailers', () => {
  it.each([
    ['one that was not announced', ['x-amz-checksum-crc32:NhCmhg==', 'x-amz-checksum-sha1:AAAA']],
    ['one said twice', ['x-amz-checksum-crc32:AAAAAA==', 'x-amz-checksum-crc32:NhCmhg==']],
  ])('are refused with %s', async (_what, lines) => {
    const { port } = await startS3();
    const body = `5\r\nhello\r\n0\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`;
    const request = await signed(port, {
      ...put,
      headers: {
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        'x-amz-decoded-content-length': '5',
        'x-amz-trailer': 'x-amz-checksum-crc32',
      },
    });

    const answer = await send(port, {
      ...request,
      headers: { ...request.headers, 'content-length': String(body.length) },
      body,
    });

    expect([answer.status, elementOf(answer.text, 'Code')]).toEqual([400, 'MalformedTrailerError']);
  });
});

describe('reads', () => {
  it.each([
    ['bytes=0-0', 206, 'h', 'bytes 0-0/5'],
    ['bytes=1-', 206, 'ello', 'bytes 1-4/5'],
    ['bytes=-2', 206, 'lo', 'bytes 3-4/5'],
    ['bytes=-99', 206, 'hello', 'bytes 0-4/5'],
    ['bytes=2-99', 206, 'llo', 'bytes 2-4/5'],
    // Java's Long.MAX_VALUE - 1: its SDK's form of an open range.
    ['bytes=2-9223372036854775806', 206, 'llo', 'bytes 2-4/5'],
    ['bytes=-9223372036854775807', 206, 'hello', 'bytes 0-4/5'],
    ['bytes=3-1', 200, 'hello', undefined],
    ['bytes=0-1,3-4', 200, 'hello', undefined],
    ['lines=1-2', 200, 'hello', undefined],
  ])('give %s', async (range, status, text, contentRange) => {
    const { port } = await startS3();
    await send(port, await signed(port, put));

    const got = await send(port, await signed(port, { path: key, headers: { range } }));

    expect([got.status, got.text, got.headers['content-range']]).toEqual([status, text, contentRange]);
    expect(got.headers['content-length']).toBe(String(text.length));
  });

  it('refuse a range of a part', async () => {
    const { port } = await startS3();
    await send(port, await signed(port, put));
    const headers = { range: 'bytes=0-0' };

    const got = await send(port, await signed(port, { path: key, query: { partNumber: '1' }, headers }));

    expect([got.status, elementOf(got.text, 'Code')]).toEqual([400, 'InvalidRequest']);
  });

  it('refuse a part that the object has not', async () => {
    const { port } = await startS3();
    await send(port, await signed(port, put));

    const got = await send(port, await signed(port, { path: key, query: { partNumber: '2' } }));

    const details = ['Code', 'PartNumberRequested', 'ActualPartCount'].map((name) => elementOf(got.text, name));
    expect([got.status, ...details]).toEqual([416, 'InvalidPartNumber', '2', '1']);
  });

  it.each(['bytes=5-', 'bytes=-0', 'bytes=9-9', 'bytes=9223372036854775806-'])(
    'refuse %s, which lies outside',
    async (range) => {
      const { port } = await startS3();
      await send(port, await signed(port, put));

      const got = await send(port, await signed(port, { path: key, headers: { range } }));

      expect([got.status, elementOf(got.text, 'Code'), elementOf(got.text, 'ActualObjectSize')]).toEqual([
        416,
        'InvalidRange',
        '5',
      ]);
      expect(got.headers['content-range']).toBe('bytes */5');
    },
  );

  it('keep conditions', async () => {
    const { port } = await startS3();
    const { etag = '' } = (await send(port, await signed(port, put))).headers;
    const status = async (headers: Record<string, string>) =>
      (await send(port, await signed(port, { path: key, headers }))).status;
    const { 'last-modified': modified = '' } = (await send(port, await signed(port, { path: key }))).headers;
    const past = 'Sat, 01 Jan 2000 00:00:00 GMT';
    const future = 'Fri, 01 Jan 2100 00:00:00 GMT';

    expect(await status({ 'if-none-match': etag })).toBe(304);
    expect(await status({ 'if-none-match': '"x"', 'if-modified-since': modified })).toBe(200);
    expect(await status({ 'if-match': '"x"' })).toBe(412);
    expect(await status({ 'if-match': etag, 'if-unmodified-since': past })).toBe(200);
    expect(await status({ 'if-unmodified-since': past })).toBe(412);
    expect(await status({ 'if-modified-since': modified })).toBe(304);
    expect(await status({ 'if-modified-since': future })).toBe(200);
    expect(await status({ 'if-modified-since': 'never' })).toBe(200);
  });

  it('send no body with HEAD, not even for an error', async () => {
    const { port } = await startS3();
    await send(port, await signed(port, put));

    const head = await send(port, await signed(port, { method: 'HEAD', path: key }));
    const missing = await send(port, await signed(port, { method: 'HEAD', path: '/bytes/none' }));

    expect([head.status, head.headers['content-length'], head.text]).toEqual([200, '5', '']);
    expect([missing.status, missing.text]).toEqual([404, '']);
  });

  it('refuse an override that no header can hold', async () => {
    const { port } = await startS3();
    await send(port, await signed(port, put));

    const got = await send(
      port,
      await signed(port, { path: key, query: { 'response-content-disposition': 'a\r\nset-cookie: b' } }),
    );

    expect([got.status, elementOf(got.text, 'Code')]).toEqual([400, 'InvalidArgument']);
  });
});

describe('a client that stops reading', () => {
  it('is cut, and the next one is served', async () => {
    const directory = await temporaryDirectory();
    const patient = await startS3({ directory });
    const body = Buffer.alloc(32 * 1024 * 1024, 'x');
    const headers = { 'content-length': String(body.length) };
    await send(patient.port, await signed(patient.port, { method: 'PUT', path: key, headers, body }));
    await patient.stop();
    const { port, lines, countConnections } = await startS3({ directory, idleTimeoutMilliseconds: 200 });
    const request = textOf(await signed(port, { path: key }));

    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('error', () => undefined);
    await once(socket, 'data');
    socket.pause();
    await expect.poll(countConnections, { timeout: 20_000 }).toBe(0);
    socket.destroy();

    expect((await send(port, await signed(port, { path: key, headers: { range: 'bytes=0-0' } }))).text).toBe('x');
    expect(lines).toEqual([]);
  });
});

describe('a client that goes away', () => {
  it('holds nothing back of what is deleted, though it asked several times at once', async () => {
    const { port, directory, lines } = await startS3();
    const body = Buffer.alloc(32 * 1024 * 1024, 'x');
    const headers = { 'content-length': String(body.length) };
    const written = await send(port, await signed(port, { method: 'PUT', path: key, headers, body }));
    const request = textOf(await signed(port, { path: key }));

    const socket = connect(port, '127.0.0.1', () => socket.write(request.repeat(3)));
    await once(socket, 'data');
    socket.destroy();
    const versionId = String(written.headers['x-amz-version-id']);
    await send(port, await signed(port, { method: 'DELETE', path: key, query: { versionId } }));

    await expect.poll(() => readdir(join(directory, 'bytes'))).toEqual([]);
    expect(lines).toEqual([]);
  });
});

describe('CORS', () => {
  const origin = 'http://localhost:8000';

  it('answers a preflight from the bucket’s rule, unsigned', async () => {
    const { port } = await startS3();

    const answer = await send(port, {
      method: 'OPTIONS',
      path: key,
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'Content-Type, X-Amz-Checksum-Sha256',
      },
    });

    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, HEAD, PUT',
      'access-control-allow-headers': 'content-type, x-amz-checksum-sha256',
      'access-control-max-age': '600',
      vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    });
  });

  it.each([
    ['another origin', { origin: 'http://evil.example', 'access-control-request-method': 'PUT' }, 403],
    ['another method', { origin, 'access-control-request-method': 'DELETE' }, 403],
    [
      'another header',
      { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' },
      403,
    ],
    ['no origin', { 'access-control-request-method': 'PUT' }, 400],
    ['no method', { origin }, 400],
  ])('refuses a preflight with %s', async (_, headers, status) => {
    const { port } = await startS3();

    const answer = await send(port, { method: 'OPTIONS', path: key, headers });

    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('tells the developer once which origin is missing', async () => {
    const { port, lines } = await startS3();
    const ask = (from: string) =>
      send(port, { method: 'OPTIONS', path: key, headers: { origin: from, 'access-control-request-method': 'PUT' } });

    for (const from of [origin, 'http://localhost:5173', 'http://localhost:5173']) await ask(from);

    expect(lines).toEqual([
      `S3: a page of "http://localhost:5173" may not send bytes, only ${origin}. --origin URL adds one.`,
    ]);
  });

  it('lets a page read answers and errors alike', async () => {
    const { port } = await startS3();

    const refused = await send(port, { path: key, headers: { origin } });
    const elsewhere = await send(port, { path: key, headers: { origin: 'http://evil.example' } });

    expect(refused.status).toBe(403);
    expect(refused.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'etag, x-amz-version-id',
    });
    expect(elsewhere.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('requests that make no sense', () => {
  it.each(['/bytes/%', '/bytes/%ff', '/bytes/%c3%28', '/bytes/k?a=%zz', 'http://elsewhere/bytes/k'])(
    '%j is InvalidURI',
    async (path) => {
      const { port } = await startS3();

      const answer = await send(port, { path });

      expect([answer.status, elementOf(answer.text, 'Code')]).toEqual([400, 'InvalidURI']);
    },
  );

  it.each([
    [{ method: 'GET', path: '/nowhere/k' }, 404, 'NoSuchBucket'],
    [{ method: 'PUT', path: '/bytes' }, 409, 'BucketAlreadyOwnedByYou'],
    [{ method: 'PUT', path: '/nowhere' }, 501, 'NotImplemented'],
    [{ method: 'DELETE', path: '/bytes' }, 501, 'NotImplemented'],
    [{ method: 'GET', path: '/bytes', query: { policy: '' } }, 501, 'NotImplemented'],
    [{ method: 'PUT', path: '/bytes/k', query: { acl: '' } }, 501, 'NotImplemented'],
    [{ method: 'PATCH', path: '/bytes/k' }, 405, 'MethodNotAllowed'],
    [{ method: 'GET', path: '/bytes/k', query: { 'X-Amz-Algorithm': 'AWS4-HMAC-SHA256' } }, 400, 'InvalidArgument'],
  ])('%j is answered by name', async (request, status, code) => {
    const { port, lines } = await startS3();

    const answer = await send(port, await signed(port, request));

    expect([answer.status, elementOf(answer.text, 'Code')]).toEqual([status, code]);
    expect(lines).toEqual([]);
  });

  it.each([
    [{ method: 'GET', path: '/bytes', query: { cors: '' } }, 'GetBucketCors'],
    [{ method: 'GET', path: '/bytes', query: { publicAccessBlock: '' } }, 'GetPublicAccessBlock'],
    [{ method: 'GET', path: '/bytes', query: { session: '' } }, 'CreateSession'],
    [{ method: 'POST', path: '/bytes/k', query: { select: '', 'select-type': '2' } }, 'SelectObjectContent'],
    [{ method: 'PUT', path: '/bytes/k', query: { renameObject: '' } }, 'RenameObject'],
  ])('%j is not implemented, and named: %s', async (request, operation) => {
    const { port } = await startS3();

    const answer = await send(port, await signed(port, request));

    expect([answer.status, elementOf(answer.text, 'Operation')]).toEqual([501, operation]);
  });
});
