import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { GetUploadUrl, MyFilesWithUrls, SaveFileMetadata } from '../../schema/generated/amplify';
import { startSession, type Ask } from './startSession';

const store = async (ask: Ask, fileName: string, body: Buffer<ArrayBuffer>): Promise<string> => {
  const input = { fileName, contentType: 'image/png', size: body.length };
  const { getUploadUrl: ticket } = await ask(GetUploadUrl, { input });
  const headers = Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value]));
  const put = await fetch(ticket.uploadUrl ?? '', { method: 'PUT', headers, body: new Uint8Array(body) });
  if (!put.ok) throw new Error(await put.text());
  return (await ask(SaveFileMetadata, { input: { fileId: ticket.fileId } })).saveFileMetadata.fileId;
};

describe('200 uploads at once', () => {
  it('all end with their bytes', async () => {
    const { ask } = await startSession();
    const bodies = new Map(Array.from({ length: 200 }, (_, number) => [`${number}.png`, randomBytes(50_000)]));

    const ids = await Promise.all([...bodies].map(([name, body]) => store(ask, name, body)));

    const first = (await ask(MyFilesWithUrls, { limit: 100 })).myFiles;
    const second = (await ask(MyFilesWithUrls, { limit: 100, nextToken: first.nextToken })).myFiles;
    const files = [...first.items, ...second.items];
    expect(files.map(({ fileId }) => fileId).sort()).toEqual(ids.sort());
    for (const { fileName, downloadUrl } of files) {
      const received = Buffer.from(await (await fetch(downloadUrl ?? '')).arrayBuffer());
      expect(received.equals(bodies.get(fileName) ?? Buffer.alloc(0))).toBe(true);
    }
  });
});
