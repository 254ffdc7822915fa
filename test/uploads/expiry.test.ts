import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { limits } from '../../config/limits';
import { poolClient } from '../../config/pool';
import {
  GetDownloadUrl,
  GetUploadPartUrls,
  GetUploadProgress,
  GetUploadUrl,
  SaveFileMetadata,
} from '../../schema/generated/amplify';
import type { UploadTicket } from '../../schema/generated/types';
import { startSession } from '../clients/startSession';
import { createClock } from '../local/cognito/clock';

/** A twin whose clock only the test moves, with one signed-in person. */
const startSessionInTime = async () => {
  const clock = createClock();
  const { ask } = await startSession(clock.now);
  return {
    ask,
    passHours: (hours: number) => clock.forward({ hours }),
    /** Moves the clock to the last moment before something expires. */
    goToEnd: ({ expiresAt }: { readonly expiresAt: string }) =>
      clock.forward({ seconds: (Date.parse(expiresAt) - 1 - clock.now()) / 1000 }),
    passMoment: () => clock.forward({ seconds: 1 }),
  };
};

const put = (ticket: UploadTicket, body: string): Promise<Response> =>
  fetch(ticket.uploadUrl ?? '', {
    method: 'PUT',
    headers: Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value])),
    body,
  });

const outcomeOf = async (response: Response) => {
  const [, code = ''] = /<Code>(.*?)<\/Code>/.exec(await response.text()) ?? [];
  return `${response.status} ${code}`.trim();
};

const note = 'a note that takes its time';
const promise = {
  fileName: 'note.txt',
  contentType: 'text/plain',
  size: note.length,
  checksumSha256: createHash('sha256').update(note).digest('base64'),
};

describe('A URL that expired', () => {
  it('is refused by storage, and another one for the same file goes on', async () => {
    const { ask, goToEnd, passMoment } = await startSessionInTime();
    const { getUploadUrl: ticket } = await ask(GetUploadUrl, { input: promise });

    goToEnd(ticket);
    passMoment();
    const late = await outcomeOf(await put(ticket, note));
    const { getUploadUrl: again } = await ask(GetUploadUrl, { input: { ...promise, fileId: ticket.fileId } });
    goToEnd(again);
    const inTime = await outcomeOf(await put(again, note));
    const { saveFileMetadata: file } = await ask(SaveFileMetadata, { input: { fileId: ticket.fileId } });

    expect(late).toBe('403 AccessDenied');
    expect([again.fileId, again.key]).toEqual([ticket.fileId, ticket.key]);
    expect(inTime).toBe('200');
    expect(file).toMatchObject({ status: 'AVAILABLE', size: note.length });
  });

  it('of a part is replaced by another, and the parts that came stay', async () => {
    const size = limits.multipartThresholdBytes + 1;
    const { ask, goToEnd, passMoment } = await startSessionInTime();
    const video = { fileName: 'film.mp4', contentType: 'video/mp4', size };
    const { getUploadUrl: ticket } = await ask(GetUploadUrl, { input: video });
    const { fileId, partSize, partCount } = ticket;
    const bytes = Buffer.alloc(size, 'film');
    const putPart = async (parts: UploadTicket['parts'], number: number) => {
      const url = parts?.find(({ partNumber }) => partNumber === number)?.uploadUrl ?? '';
      const body = new Uint8Array(bytes.subarray((number - 1) * (partSize ?? 0), number * (partSize ?? 0)));
      return outcomeOf(await fetch(url, { method: 'PUT', body }));
    };
    const first = await putPart(ticket.parts, 1);

    goToEnd(ticket);
    passMoment();
    const late = await putPart(ticket.parts, 2);
    const { getUploadProgress: halfway } = await ask(GetUploadProgress, { fileId });
    const partNumbers = Array.from({ length: (partCount ?? 0) - 1 }, (_, index) => index + 2);
    const { getUploadPartUrls: more } = await ask(GetUploadPartUrls, { input: { fileId, partNumbers } });
    const rest: string[] = [];
    for (const number of partNumbers) rest.push(await putPart(more.parts, number));
    const { saveFileMetadata: file } = await ask(SaveFileMetadata, { input: { fileId } });

    expect([first, late]).toEqual(['200', '403 AccessDenied']);
    expect(halfway.receivedParts).toEqual([{ partNumber: 1, size: partSize }]);
    expect(new Set(rest)).toEqual(new Set(['200']));
    expect(file).toMatchObject({ status: 'AVAILABLE', size });
  });

  it('of a download is refused, and another one brings the bytes', async () => {
    const { ask, goToEnd, passMoment } = await startSessionInTime();
    const { getUploadUrl: ticket } = await ask(GetUploadUrl, { input: promise });
    await put(ticket, note);
    await ask(SaveFileMetadata, { input: { fileId: ticket.fileId } });
    const askUrl = async () => (await ask(GetDownloadUrl, { fileId: ticket.fileId })).getDownloadUrl;
    const early = await askUrl();

    goToEnd(early);
    const inTime = await fetch(early.downloadUrl);
    passMoment();
    const late = await outcomeOf(await fetch(early.downloadUrl));
    const again = await fetch((await askUrl()).downloadUrl);

    expect([await inTime.text(), late, await again.text()]).toEqual([note, '403 AccessDenied', note]);
  });
});

describe('Time that passes', () => {
  it('ends a token, and with it nothing that was begun', async () => {
    const { ask, passHours } = await startSessionInTime();
    await ask(GetUploadUrl, { input: promise });

    passHours(poolClient.accessTokenMinutes / 60);

    await expect(ask(GetUploadUrl, { input: promise })).rejects.toMatchObject({
      errorType: 'UnauthorizedException',
      message: 'Token has expired.',
    });
  });
});
