import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Endpoints } from '../../local/endpoints';
import { run, type Running } from '../support/runProgram';
import { signUpActor } from '../contract/signUpActor';

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface Session {
  readonly running: Running;
  readonly endpoints: Endpoints;
}

const start = async (folder: string): Promise<Session> => {
  const running = run('local/cli.ts', ['--data', folder, '--port', '0']);
  cleanups.push(() => {
    running.child.kill('SIGKILL');
    return running.ended;
  });
  await running.says('Ctrl-C stops.');
  return { running, endpoints: JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8')) };
};

const ask = async ({ endpoints }: Session, token: string, query: string) => {
  const headers = { authorization: token, 'content-type': 'application/json' };
  const answer = await fetch(endpoints.graphql, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data, errors } = JSON.parse(await answer.text());
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};

/** Uploads and saves one file; resolves when the API has acknowledged it. */
const store = async (session: Session, token: string, name: string): Promise<void> => {
  const size = Buffer.byteLength(name);
  const reserve = `mutation { getUploadUrl(input: { fileName: "${name}", contentType: "text/plain", size: ${size} })
    { fileId uploadUrl headers { name value } } }`;
  const { getUploadUrl: ticket } = await ask(session, token, reserve);
  const headers = Object.fromEntries(
    ticket.headers.map(({ name: key, value }: { name: string; value: string }) => [key, value]),
  );
  const put = await fetch(ticket.uploadUrl, { method: 'PUT', headers, body: name });
  if (!put.ok) throw new Error(await put.text());
  await ask(session, token, `mutation { saveFileMetadata(input: { fileId: "${ticket.fileId}" }) { fileId } }`);
};

describe('kill -9', () => {
  it.each([
    [6, 1_000],
    [100, 1],
  ])(
    'among %i uploaders at once loses no file that was acknowledged: row, bytes and owner',
    async (many, rounds) => {
      const folder = await mkdtemp(join(tmpdir(), 'myfiles-kill-'));
      cleanups.push(() => rm(folder, { recursive: true, force: true }));
      const first = await start(folder);
      const { token } = await signUpActor(first.endpoints, 'owner@example.com');
      const acknowledged: string[] = [];
      const uploader = async (number: number): Promise<void> => {
        for (let round = 0; round < rounds; round += 1) {
          const name = `file ${number}-${round}`;
          await store(first, token, name);
          acknowledged.push(name);
          if (acknowledged.length === 30) first.running.child.kill('SIGKILL');
        }
      };

      await Promise.allSettled(Array.from({ length: many }, (_, number) => uploader(number)));
      await first.running.ended;
      const second = await start(folder);

      const { myFiles } = await ask(second, token, '{ myFiles(limit: 100) { items { fileId fileName } nextToken } }');
      const listed = new Map<string, string>(
        myFiles.items.map(({ fileName, fileId }: { fileName: string; fileId: string }) => [fileName, fileId]),
      );
      expect(acknowledged.length).toBeGreaterThanOrEqual(30);
      expect(acknowledged.filter((name) => !listed.has(name))).toEqual([]);
      for (const [name, fileId] of listed) {
        const { getDownloadUrl } = await ask(second, token, `{ getDownloadUrl(fileId: "${fileId}") { downloadUrl } }`);
        expect(await (await fetch(getDownloadUrl.downloadUrl)).text()).toBe(name);
      }
    },
    90_000,
  );
});
