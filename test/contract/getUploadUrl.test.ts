import { describe, expect, it } from 'vitest';
import { GetUploadUrl } from '../../schema/generated/amplify';
import { errorTypeOf, send } from './send';
import { owner, stranger } from './target';
import { askTicket, putBytes, sha256, storeFile, uniqueName } from './upload';

const promise = { fileName: 'photo.png', contentType: 'image/png', size: 5 };

describe('getUploadUrl', () => {
  it('gives a ticket for one PUT', async () => {
    const fileName = uniqueName();

    const ticket = await askTicket(owner, { fileName });

    expect(ticket).toMatchObject({ method: 'PUT', partSize: null, parts: null });
    expect(ticket.headers).toEqual([
      { name: 'content-type', value: 'image/png' },
      { name: 'if-none-match', value: '*' },
    ]);
    expect(ticket.uploadUrl).toContain(ticket.key);
    expect(ticket.uploadUrl).not.toContain(fileName);
    expect(Date.parse(ticket.expiresAt)).toBeGreaterThan(Date.now());
  });

  it('takes exactly the promised bytes, once', async () => {
    const ticket = await askTicket(owner);

    const first = await putBytes(ticket, 'bytes');
    const second = await putBytes(ticket, 'BYTES');

    expect(first.status).toBe(200);
    expect(second.status).toBe(412);
    expect(await second.text()).toContain('<Code>PreconditionFailed</Code>');
  });

  it.each([
    ['fewer bytes', 'byte', {}],
    ['more bytes', 'bytes!', {}],
    ['another type', 'bytes', { 'content-type': 'text/html' }],
    ['overwriting allowed', 'bytes', { 'if-none-match': '"x"' }],
  ])('makes storage refuse %s', async (_what, body, headers) => {
    const ticket = await askTicket(owner);

    const answer = await putBytes(ticket, body, headers);

    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
  });

  it('makes storage refuse bytes that have not the declared SHA-256', async () => {
    const ticket = await askTicket(owner, { checksumSha256: sha256('bytes') });

    const wrong = await putBytes(ticket, 'BYTES');
    const right = await putBytes(ticket, 'bytes');

    expect(wrong.status).toBe(400);
    expect(right.status).toBe(200);
  });

  it('cannot be turned against another object', async () => {
    const ticket = await askTicket(owner);
    const other = await askTicket(owner);

    const answer = await putBytes(
      { ...ticket, uploadUrl: ticket.uploadUrl?.replace(ticket.key, other.key) ?? null },
      'bytes',
    );

    expect(answer.status).toBe(403);
  });

  it('gives a new ticket for a pending upload', async () => {
    const fileName = uniqueName();
    const ticket = await askTicket(owner, { fileName });

    const again = await askTicket(owner, { fileName, fileId: ticket.fileId });

    expect(again).toMatchObject({ fileId: ticket.fileId, key: ticket.key });
    expect((await putBytes(again, 'bytes')).status).toBe(200);
  });

  it.each([
    ['of another person', stranger, {}],
    ['with another size', owner, { size: 6 }],
    ['with another type', owner, { contentType: 'image/gif' }],
    ['with a checksum that was not declared', owner, { checksumSha256: sha256('bytes') }],
  ])('knows no pending upload %s', async (_what, actor, changes) => {
    const ticket = await askTicket(owner, promise);

    const answer = await send(actor, GetUploadUrl, { input: { ...promise, fileId: ticket.fileId, ...changes } });

    expect(errorTypeOf(answer)).toBe('UPLOAD_NOT_FOUND');
    expect(answer.data).toBeNull();
  });

  it('gives no ticket for a file that is saved', async () => {
    const { fileId, fileName } = await storeFile(owner, 'bytes');

    const answer = await send(owner, GetUploadUrl, { input: { ...promise, fileName, fileId } });

    expect(errorTypeOf(answer)).toBe('UPLOAD_NOT_FOUND');
  });

  it.each([
    [{ fileName: '' }, 'INVALID_FILE_NAME'],
    [{ fileName: 'x'.repeat(256) }, 'INVALID_FILE_NAME'],
    [{ fileName: '../etc/passwd' }, 'INVALID_FILE_NAME'],
    [{ fileName: 'a\u0000b' }, 'INVALID_FILE_NAME'],
    [{ size: 0 }, 'INVALID_SIZE'],
    [{ size: -5 }, 'INVALID_SIZE'],
    [{ size: 1.5 }, 'INVALID_SIZE'],
    [{ size: 5 * 1024 ** 4 + 1 }, 'FILE_TOO_LARGE'],
    [{ contentType: 'application/x-msdownload' }, 'CONTENT_TYPE_NOT_ALLOWED'],
    [{ contentType: 'image/png, text/html' }, 'CONTENT_TYPE_NOT_ALLOWED'],
    [{ checksumSha256: 'no' }, 'INVALID_CHECKSUM'],
    [{ checksumCrc64Nvme: 'no' }, 'INVALID_CHECKSUM'],
    [{ checksumSha256: sha256('bytes'), size: 1024 ** 3 }, 'INVALID_CHECKSUM'],
    [{ fileId: 'nothing' }, 'UPLOAD_NOT_FOUND'],
    [{ fileId: '' }, 'UPLOAD_NOT_FOUND'],
  ])('refuses %j with %s', async (changes, errorType) => {
    const answer = await send(owner, GetUploadUrl, { input: { ...promise, ...changes } });

    expect(errorTypeOf(answer)).toBe(errorType);
  });
});
