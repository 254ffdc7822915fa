import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { GetDownloadUrl, GetUploadPartUrls, GetUploadUrl, SaveFileMetadata } from '../../schema/generated/amplify';
import type { UploadTicket } from '../../schema/generated/types';
import { startSession, type Ask } from './startSession';

const MiB = 1024 ** 2;
const promise = (size: number) => ({ fileName: 'archive.zip', contentType: 'application/zip', size });

const temporaryFile = async (bytes: Buffer): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-curl-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'bytes'), bytes);
  return join(folder, 'bytes');
};

/** Runs curl as a shell script would; resolves with the status of the response. */
const curl = async (...args: readonly string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)('curl', ['--silent', '--write-out', '%{http_code}', ...args]);
  return stdout;
};

const put = (file: string, { uploadUrl, headers }: UploadTicket): Promise<string> =>
  curl(
    '--upload-file',
    file,
    ...headers.flatMap(({ name, value }) => ['--header', `${name}: ${value}`]),
    uploadUrl ?? '',
  );

const save = (ask: Ask, fileId: string) => ask(SaveFileMetadata, { input: { fileId } });

const downloadUrlOf = async (ask: Ask, fileId: string): Promise<string> =>
  (await ask(GetDownloadUrl, { fileId })).getDownloadUrl.downloadUrl;

describe('curl', () => {
  it('uploads with exactly the headers of the ticket, once', async () => {
    const { ask } = await startSession();
    const bytes = randomBytes(300_000);
    const file = await temporaryFile(bytes);
    const { getUploadUrl: ticket } = await ask(GetUploadUrl, { input: promise(bytes.length) });

    const first = await put(file, ticket);
    const { saveFileMetadata: saved } = await save(ask, ticket.fileId);
    const second = await put(file, ticket);

    expect(first).toBe('200');
    expect(saved).toMatchObject({ status: 'AVAILABLE', size: bytes.length });
    expect(second).toMatch(/PreconditionFailed.*412$/s);
  });

  it('starts again with a new ticket for the same file', async () => {
    const { ask } = await startSession();
    const bytes = randomBytes(300_000);
    const file = await temporaryFile(bytes);
    const { getUploadUrl: lost } = await ask(GetUploadUrl, { input: promise(bytes.length) });
    const cut = await put(await temporaryFile(bytes.subarray(1)), lost);

    const { getUploadUrl: again } = await ask(GetUploadUrl, {
      input: { ...promise(bytes.length), fileId: lost.fileId },
    });
    const sent = await put(file, again);

    expect(cut).toMatch(/403$/);
    expect(again).toMatchObject({ fileId: lost.fileId, key: lost.key });
    expect(sent).toBe('200');
    expect((await save(ask, again.fileId)).saveFileMetadata.size).toBe(bytes.length);
  });

  it('uploads parts', async () => {
    const { ask } = await startSession();
    const bytes = randomBytes(64 * MiB + 1);
    const { getUploadUrl: ticket } = await ask(GetUploadUrl, { input: promise(bytes.length) });
    const partSize = ticket.partSize ?? 0;
    for (const partNumber of Array.from({ length: ticket.partCount ?? 0 }, (_, index) => index + 1)) {
      const file = await temporaryFile(bytes.subarray((partNumber - 1) * partSize, partNumber * partSize));
      const input = { fileId: ticket.fileId, partNumbers: [partNumber] };
      const { parts } = (await ask(GetUploadPartUrls, { input })).getUploadPartUrls;
      expect(await curl('--upload-file', file, parts[0]?.uploadUrl ?? '')).toBe('200');
    }

    const { saveFileMetadata: saved } = await save(ask, ticket.fileId);

    const file = await temporaryFile(Buffer.alloc(0));
    expect(await curl('--output', file, await downloadUrlOf(ask, saved.fileId))).toBe('200');
    expect((await readFile(file)).equals(bytes)).toBe(true);
  });

  it('reads a range, and goes on with a download by a new URL', async () => {
    const { ask } = await startSession();
    const bytes = randomBytes(300_000);
    const { getUploadUrl: ticket } = await ask(GetUploadUrl, { input: promise(bytes.length) });
    await put(await temporaryFile(bytes), ticket);
    await save(ask, ticket.fileId);
    const file = await temporaryFile(Buffer.alloc(0));

    const part = await curl('--range', '0-99999', '--output', file, await downloadUrlOf(ask, ticket.fileId));
    const begun = await readFile(file);
    const rest = await curl('--continue-at', '-', '--output', file, await downloadUrlOf(ask, ticket.fileId));

    expect([part, rest]).toEqual(['206', '206']);
    expect(begun.equals(bytes.subarray(0, 100_000))).toBe(true);
    expect((await readFile(file)).equals(bytes)).toBe(true);
  });
});
