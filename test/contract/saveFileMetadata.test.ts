import { describe, expect, it } from 'vitest';
import { SaveFileMetadata } from '../../schema/generated/amplify';
import type { SaveFileMetadataMutationVariables } from '../../schema/generated/documents';
import { errorTypeOf, expectData, send } from './send';
import { owner, stranger, type Actor } from './target';
import { askTicket, putBytes, sha256, storeFile, uniqueName } from './upload';

type Input = SaveFileMetadataMutationVariables['input'];

const save = (actor: Actor, input: Input) => send(actor, SaveFileMetadata, { input });

const uploaded = async () => {
  const ticket = await askTicket(owner);
  await putBytes(ticket, 'bytes');
  return ticket;
};

describe('saveFileMetadata', () => {
  it('makes the file AVAILABLE and answers with all of it', async () => {
    const fileName = uniqueName();
    const checksumSha256 = sha256('bytes');
    const ticket = await askTicket(owner, { fileName, checksumSha256 });
    await putBytes(ticket, 'bytes');

    const { saveFileMetadata: file } = await expectData(
      save(owner, { fileId: ticket.fileId, extra: '{"z":1,"a":[null,{"b":9007199254740991}]}' }),
    );

    expect(file).toMatchObject({
      fileId: ticket.fileId,
      key: ticket.key,
      fileName,
      size: 5,
      contentType: 'image/png',
      checksumSha256,
      status: 'AVAILABLE',
      version: 1,
    });
    expect(JSON.parse(file.extra ?? '')).toEqual({ z: 1, a: [null, { b: 9007199254740991 }] });
    expect(Date.parse(file.uploadedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(file.createdAt));
  });

  it('lets the file have another name', async () => {
    const { fileId } = await uploaded();

    const { saveFileMetadata: file } = await expectData(save(owner, { fileId, fileName: 'Füße.png' }));

    expect(file.fileName).toBe('Füße.png');
  });

  it('gives the same answer to a repeated request', async () => {
    const { fileId } = await uploaded();
    const input = { fileId, extra: '{"b":1,"a":2}' };

    const first = await expectData(save(owner, input));
    const second = await expectData(save(owner, input));

    expect(second).toEqual(first);
  });

  it('gives the same answer to calls at once', async () => {
    const { fileId } = await uploaded();

    const answers = await Promise.all(Array.from({ length: 8 }, () => expectData(save(owner, { fileId }))));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('lets one of two different calls at once win', async () => {
    const { fileId } = await uploaded();
    const names = ['one.png', 'two.png'];

    const answers = await Promise.all(names.map((fileName) => save(owner, { fileId, fileName })));

    const won = answers.filter(({ errors }) => errors.length === 0);
    expect(won).toHaveLength(1);
    expect(answers.filter((answer) => errorTypeOf(answer) === 'STATE_CONFLICT')).toHaveLength(1);
  });

  it('refuses other metadata for a file that is saved', async () => {
    const { fileId } = await storeFile(owner, 'bytes');

    const answer = await save(owner, { fileId, fileName: 'other.png' });

    expect(errorTypeOf(answer)).toBe('STATE_CONFLICT');
  });

  it('refuses before the bytes are there, and takes them afterwards', async () => {
    const ticket = await askTicket(owner);

    const early = await save(owner, { fileId: ticket.fileId });
    await putBytes(ticket, 'bytes');
    const late = await save(owner, { fileId: ticket.fileId });

    expect(errorTypeOf(early)).toBe('OBJECT_MISSING');
    expect(late.errors).toEqual([]);
  });

  it('answers a stranger as if there were no such upload', async () => {
    const { fileId } = await uploaded();

    const stolen = await save(stranger, { fileId });
    const invented = await save(stranger, { fileId: 'nothing' });

    expect(errorTypeOf(stolen)).toBe('UPLOAD_NOT_FOUND');
    expect(stolen.errors[0]?.message).toBe(invented.errors[0]?.message);
  });

  it('refuses bytes that storage gives out as encoded', async () => {
    const ticket = await askTicket(owner);
    await putBytes(ticket, 'bytes', { 'content-encoding': 'gzip' });

    expect(errorTypeOf(await save(owner, { fileId: ticket.fileId }))).toBe('CONTENT_TYPE_MISMATCH');
  });

  it.each([
    [{ key: 'uploads/other' }, 'KEY_MISMATCH'],
    [{ size: 6 }, 'SIZE_MISMATCH'],
    [{ contentType: 'image/gif' }, 'CONTENT_TYPE_MISMATCH'],
    [{ fileName: 'a/b' }, 'INVALID_FILE_NAME'],
    [{ fileName: '' }, 'INVALID_FILE_NAME'],
    [{ extra: '[1]' }, 'INVALID_EXTRA'],
    [{ extra: JSON.stringify({ a: 'x'.repeat(20_000) }) }, 'INVALID_EXTRA'],
  ])('refuses %j', async (changes, errorType) => {
    const { fileId } = await uploaded();

    const answer = await save(owner, { fileId, ...changes });

    expect(errorTypeOf(answer)).toBe(errorType);
  });

  it.each(['', 'nothing', 'x'.repeat(5000), '\u0000', '../a'])('knows no upload %j', async (fileId) => {
    const answer = await save(owner, { fileId });

    expect(errorTypeOf(answer)).toBe('UPLOAD_NOT_FOUND');
  });

  it('refuses extra that is not JSON before any resolver runs', async () => {
    const answer = await save(owner, { fileId: 'any', extra: '{"a":' });

    expect(answer.data).toBeNull();
    expect(answer.errors).toHaveLength(1);
  });
});
