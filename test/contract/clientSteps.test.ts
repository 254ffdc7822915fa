import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import {
  AbortUpload,
  GetDownloadUrl,
  GetUploadProgress,
  GetUploadUrl,
  MyFiles,
  SaveFileMetadata,
} from '../../schema/generated/amplify';
import type { UploadTicket } from '../../schema/generated/types';
import { expectData, send } from './send';
import { owner } from './target';
import { askTicket, putBytes, uniqueName } from './upload';

/** What a step may be told: the errors that fit an upload which is pending, saved or over. */
const allowed = [undefined, 'UPLOAD_NOT_FOUND', 'OBJECT_MISSING', 'STATE_CONFLICT'];

/** The same numbers for the same seed: https://en.wikipedia.org/wiki/Xorshift */
const createDice = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
};

/** A PUT whose connection breaks in the middle of the body. */
const putHalf = (ticket: UploadTicket, body: Buffer): Promise<void> =>
  new Promise((resolve) => {
    const headers = Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value]));
    const outgoing = request(ticket.uploadUrl ?? '', {
      method: 'PUT',
      headers: { ...headers, 'content-length': String(body.length) },
    });
    outgoing.on('error', () => resolve()).on('response', (answer) => answer.resume().once('close', resolve));
    outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
  });

describe('a client that is cut off, repeats itself and mixes up its steps', () => {
  it.each(Array.from({ length: 24 }, (_, index) => index + 1))('ends whole or with nothing (%i)', async (seed) => {
    const roll = createDice(seed * 2_654_435_761);
    const bytes = randomBytes(40_000);
    const promise = { fileName: uniqueName(), contentType: 'image/png', size: bytes.length };
    const ticket = await askTicket(owner, promise);
    const { fileId } = ticket;
    const api = async (answer: ReturnType<typeof send>): Promise<void> => {
      expect(allowed).toContain((await answer).errors[0]?.errorType);
    };
    const steps = [
      () => api(send(owner, GetUploadUrl, { input: { ...promise, fileId } })),
      () => api(send(owner, GetUploadProgress, { fileId })),
      () => api(send(owner, SaveFileMetadata, { input: { fileId } })),
      () => api(send(owner, SaveFileMetadata, { input: { fileId } })),
      () => putBytes(ticket, bytes),
      () => putBytes(ticket, bytes),
      () => putBytes(ticket, bytes.subarray(1)),
      () => putHalf(ticket, bytes),
      ...(roll(3) === 0 ? [() => api(send(owner, AbortUpload, { input: { fileId } }))] : []),
    ];

    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Array.from({ length: 1 + roll(3) }, () => steps[roll(steps.length)]?.()));
    }

    const { myFiles } = await expectData(send(owner, MyFiles, { filter: { fileNamePrefix: promise.fileName } }));
    const { data, errors } = await send(owner, GetDownloadUrl, { fileId });
    const answer = data && (await fetch(data.getDownloadUrl.downloadUrl));
    const received = answer && Buffer.from(await answer.arrayBuffer());
    expect(myFiles.items.map((file) => [file.fileId, file.status, file.size])).toEqual(
      data === null ? [] : [[fileId, 'AVAILABLE', bytes.length]],
    );
    expect(received?.equals(bytes) ?? errors[0]?.errorType).toBe(data === null ? 'NOT_FOUND' : true);
  });
});
