import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { readdir, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GetObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { expect, it, onTestFinished } from 'vitest';
import { startS3, temporaryDirectory } from './startS3';
import { send, sendHalf, signed } from './sendRequest';

const script = fileURLToPath(new URL('./serveUntilKilled.ts', import.meta.url));

/** Starts S3 in a separate process. */
const startProcess = async (directory: string): Promise<{ child: ChildProcess; port: number }> => {
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout ?? child, 'data');
  return { child, port: Number(String(line)) };
};

/** Bytes unique to a key. */
const bytesOf = (key: string): Buffer => {
  const seed = createHash('sha256').update(key).digest();
  return Buffer.concat(Array.from({ length: 8192 }, () => seed)); // 256 KiB
};

it.each([1, 40, 75])(
  'keeps every acknowledged object whole, and shows no other, when it is killed after %i of 100 parallel uploads',
  async (acknowledgements) => {
    const directory = await temporaryDirectory();
    const { child, port } = await startProcess(directory);
    const acknowledged = new Set<string>();
    const killed = once(child, 'exit');

    const uploads = Array.from({ length: 100 }, async (_, n) => {
      const key = `file ${n}`;
      const body = bytesOf(key);
      const request = await signed(port, {
        method: 'PUT',
        path: `/bytes/${key}`,
        headers: { 'content-length': String(body.length) },
        body,
      });
      // Every fifth client is half-way through its body when the process is killed.
      const { status } = n % 5 === 0 ? await sendHalf(port, request) : await send(port, request);
      if (status === 200) acknowledged.add(key);
      if (acknowledged.size === acknowledgements) child.kill('SIGKILL');
    });
    await Promise.allSettled(uploads);
    await killed;

    const { client } = await startS3({ directory });
    const s3 = client();
    const { Versions = [], DeleteMarkers } = await s3.send(new ListObjectVersionsCommand({ Bucket: 'bytes' }));
    const visible = new Set(Versions.map(({ Key }) => Key ?? ''));
    expect([...acknowledged].filter((key) => !visible.has(key))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThanOrEqual(acknowledgements);
    expect(acknowledged.size).toBeLessThanOrEqual(80);
    expect(DeleteMarkers).toBeUndefined();
    for (const Key of visible) {
      const got = await s3.send(new GetObjectCommand({ Bucket: 'bytes', Key }));
      const bytes = Buffer.from((await got.Body?.transformToByteArray()) ?? []);
      expect(bytes.equals(bytesOf(Key))).toBe(true);
    }
    expect(await readdir(join(directory, 'bytes'))).toHaveLength(visible.size);
    expect(await readdir(join(directory, 'versions'))).toHaveLength(visible.size);
  },
);

it('sweeps half-written files and refuses a damaged folder without touching it', async () => {
  const directory = await temporaryDirectory();
  const before = await startS3({ directory });
  const body = 'hello';
  await send(
    before.port,
    await signed(before.port, { method: 'PUT', path: '/bytes/k', headers: { 'content-length': '5' }, body }),
  );
  await before.stop();
  const [blob = ''] = await readdir(join(directory, 'bytes'));
  const [record = ''] = await readdir(join(directory, 'versions'));
  await writeFile(join(directory, 'bytes', 'half-written'), 'hel');
  await writeFile(join(directory, 'versions', `${record}.draft`), '{"buck');

  await (await startS3({ directory })).stop();
  const swept = [await readdir(join(directory, 'bytes')), await readdir(join(directory, 'versions'))];
  await writeFile(join(directory, 'bytes', 'another'), 'x');
  await rename(join(directory, 'bytes', blob), join(directory, 'lost'));

  expect(swept).toEqual([[blob], [record]]);
  await expect(startS3({ directory })).rejects.toThrow(`${join(directory, 'bytes', blob)} is damaged or missing.`);
  expect(await readdir(join(directory, 'bytes'))).toEqual(['another']);
  await writeFile(join(directory, 'versions', record), '{"bucket":');
  await expect(startS3({ directory })).rejects.toThrow(`${join(directory, 'versions', record)} is damaged or missing.`);
});

it('breaks an answer off whose bytes were cut on disk, and says so', async () => {
  const { port, directory, lines } = await startS3();
  const body = 'hello';
  await send(port, await signed(port, { method: 'PUT', path: '/bytes/k', headers: { 'content-length': '5' }, body }));
  const [blob = ''] = await readdir(join(directory, 'bytes'));
  await truncate(join(directory, 'bytes', blob), 2);

  await expect(send(port, await signed(port, { path: '/bytes/k' }))).rejects.toThrow('aborted');
  expect(lines.join()).toContain('content-length');
});
