import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateClient } from 'aws-amplify/api';
import { signOut } from 'aws-amplify/auth';
import { describe, expect, it } from 'vitest';
import { GetDownloadUrl, MyFiles } from '../../../schema/generated/amplify';
import { createCompany } from '../../../tools/upload/company';
import { createFilesApi } from '../../../tools/upload/filesApi';
import { rememberEmail } from '../../../tools/upload/findEmail';
import { createRetry } from '../../../tools/upload/retry';
import { runUpload } from '../../../tools/upload/runUpload';
import { signInAs } from '../../../tools/upload/signInAs';
import { run } from '../../support/runProgram';
import { atDesk, MiB, owner, password, useTwin } from './useTwin';

type Twin = Awaited<ReturnType<typeof useTwin>>;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** For each file name in storage, the digest of its bytes, and whether a checksum of the right kind proved them. */
const storedDigests = async ({ endpoints }: Twin): Promise<Readonly<Record<string, string>>> => {
  await signInAs(endpoints, owner, password);
  const client = generateClient();
  const { items } = (await client.graphql({ query: MyFiles })).data.myFiles;
  const digests = items.map(async ({ fileId, fileName, size, checksumSha256, checksumCrc64Nvme }) => {
    const { data } = await client.graphql({ query: GetDownloadUrl, variables: { fileId } });
    const bytes = await (await fetch(data.getDownloadUrl.downloadUrl)).arrayBuffer();
    const proof = size > 64 * MiB ? checksumCrc64Nvme : checksumSha256;
    return [fileName, proof === null ? 'unproven' : sha256(new Uint8Array(bytes))] as const;
  });
  const entries = await Promise.all(digests);
  await signOut();
  return Object.fromEntries(entries);
};

describe('npm run upload', () => {
  it('saves small files and large ones, each with its type and exactly its bytes', { timeout: 120_000 }, async () => {
    await using twin = await useTwin();
    const photo = await twin.file('Büsum 🏖.png', 300_000);
    const note = await twin.file('note.txt', 1);
    const book = await twin.file('book.epub', 20); // of a type that the API accepts only as plain bytes
    const film = await twin.file('film.mp4', 70 * MiB);

    const { code, output } = await twin.upload([photo, note, book, film, photo]).ended;

    expect(output).toContain('film.mp4  saved, 70.0 MiB\n');
    expect(output).toMatch(/4 of 4 files saved; 70\.3 MiB sent in .* s, .*\/s\.\n$/);
    expect(output).not.toContain('\x1b');
    expect(output).not.toContain(password);
    expect(code).toBe(0);
    expect(await storedDigests(twin)).toEqual({
      'Büsum 🏖.png': sha256(await readFile(photo)),
      'note.txt': sha256(await readFile(note)),
      'book.epub': sha256(await readFile(book)),
      'film.mp4': sha256(await readFile(film)),
    });
  });

  it('stops at Ctrl-C, and goes on with the missing parts when it is said again', { timeout: 120_000 }, async () => {
    await using twin = await useTwin();
    const film = await twin.file('film.mp4', 70 * MiB);

    const first = twin.upload([film, '--parallel', '1']);
    await first.says('film.mp4  30 %'); // one part of 16 MiB has arrived, the second is being sent
    first.child.kill('SIGINT');
    const stopped = await first.ended;
    const again = await twin.upload([film]).ended;

    expect(stopped.output).toContain('Stopped: 1 file left. Run the same command again to resume.');
    expect(stopped.code).toBe(130);
    const [, parts] = /resumes: ([1-4]) of 5 parts already stored/.exec(again.output) ?? [];
    const missing = 70 - 16 * Number(parts);
    expect(again.output).toContain(`film.mp4  saved, 70.0 MiB, ${missing}.0 MiB sent now\n`);
    expect(again.code).toBe(0);
    expect(await storedDigests(twin)).toEqual({ 'film.mp4': sha256(await readFile(film)) });
  });

  it('leaves exactly the parts that were sent in full when it is stopped', { timeout: 120_000 }, async () => {
    await using twin = await useTwin();
    const film = await twin.file('film.mp4', 70 * MiB);
    const stopping = new AbortController();
    const said: string[] = [];

    const code = await runUpload([film, '--parallel', '1', '--email', owner, '--data', twin.folder], {
      ...atDesk(said),
      say: (line) => {
        if (line.startsWith('film.mp4  50 %')) stopping.abort(); // during the third part
      },
      signal: stopping.signal,
    });

    expect(code).toBe(130);
    expect(said.at(-1)).toBe('Stopped: 1 file left. Run the same command again to resume.');
    const [begun] = Object.values<{ fileId: string }>(
      JSON.parse(await readFile(join(twin.folder, 'uploads.json'), 'utf8')),
    );
    await signInAs(twin.endpoints, owner, password);
    const api = createFilesApi({
      retry: createRetry(Math.random),
      signal: new AbortController().signal,
      company: createCompany(),
    });
    const progress = await api.askProgress(begun?.fileId ?? '');
    await signOut();
    expect(progress.receivedParts.map(({ partNumber }) => partNumber)).toEqual([1, 2]);
  });

  it('says of each file that failed why, and saves the others', async () => {
    await using twin = await useTwin();
    const good = await twin.file('good.txt', 10);
    const empty = await twin.file('empty.txt', 0);
    const missing = join(twin.folder, 'missing.txt');

    const running = twin.upload([missing, good, empty, twin.folder]);
    const complaints: string[] = [];
    running.child.stderr.on('data', (chunk) => complaints.push(String(chunk)));
    const { code, output } = await running.ended;

    expect(output).toContain('1 of 4 files saved; 10 B sent');
    const complaint = complaints.join('');
    expect(complaint).toContain('3 files failed:\n');
    expect(complaint).toContain(`  ${missing}  ENOENT: no such file or directory\n`);
    expect(complaint).toContain('  empty.txt  INVALID_SIZE: ');
    expect(complaint).toContain(`  ${twin.folder}  NotAFile: It is not a file.`);
    expect(code).toBe(1);
  });

  it('finds files where npm was called, not where it runs its scripts', async () => {
    await using twin = await useTwin();
    await twin.file('note.txt', 10);

    const { code, output } = await twin.upload(['note.txt'], password, { INIT_CWD: twin.folder }).ended;

    expect(output).toContain('1 of 1 file saved');
    expect(code).toBe(0);
  });

  it('does not send again what was saved with an answer that was lost', async () => {
    await using twin = await useTwin();
    const note = await twin.file('note.txt', 10);
    const uploads = join(twin.folder, 'uploads.json');
    const says: string[] = [];
    const upload = () =>
      runUpload([note, '--email', owner, '--data', twin.folder], {
        ...atDesk(says),
        signal: new AbortController().signal,
      });
    await upload();
    await signInAs(twin.endpoints, owner, password);
    const { items } = (await generateClient().graphql({ query: MyFiles })).data.myFiles;
    await signOut();
    const { mtimeMs } = await stat(note);
    const key = JSON.stringify([owner, note, 10, mtimeMs]);
    await writeFile(uploads, JSON.stringify({ [key]: { fileId: items[0]?.fileId, begunAtMilliseconds: Date.now() } }));

    expect(await upload()).toBe(0);

    expect(says).toContain('note.txt  saved, 10 B, 0 B sent now');
    expect(JSON.parse(await readFile(uploads, 'utf8'))).toEqual({});
  });

  it('refuses a wrong password in one line that says how to add somebody', async () => {
    await using twin = await useTwin();

    const { code, output } = await twin.upload([await twin.file('note.txt', 1)], 'Wrong-horse-7-battery').ended;

    expect(output).toContain(`Wrong e-mail address or password. To add a user: npm run user -- add ${owner}\n`);
    expect(output).not.toContain('Wrong-horse');
    expect(code).toBe(1);
  });

  it('asks who signs in, and remembers it when the password was right', async () => {
    await using twin = await useTwin();
    const note = await twin.file('note.txt', 10);
    const asked: string[] = [];
    const upload = async (typedEmail: string, typedPassword: string) => {
      const said: string[] = [];
      const ended = runUpload([note, '--data', twin.folder], {
        ...atDesk(said),
        askEmail: async () => {
          asked.push(typedEmail);
          return typedEmail;
        },
        askPassword: async () => typedPassword,
        signal: new AbortController().signal,
      });
      return [await ended.catch((error: Error) => error.message), said[0]];
    };

    const nobody = await upload(' ', password);
    const wrong = await upload(owner, 'Wrong-horse-7-battery');
    const right = await upload(`${owner} `, password);
    const again = await upload('stranger@example.com', password);

    expect(nobody[0]).toBe('Name who signs in: npm run upload -- FILES… --email EMAIL');
    expect(wrong[0]).toContain('Wrong e-mail address or password.');
    expect([right, again]).toEqual([
      [0, `Signing in as ${owner}.`],
      [0, `Signing in as ${owner}.`],
    ]);
    expect(asked).toEqual([' ', owner, `${owner} `]);
    expect(await readFile(join(twin.folder, 'uploader.json'), 'utf8')).toBe(`{"email":"${owner}"}\n`);
  });

  it('says in one line that it cannot remember anything', async () => {
    await using twin = await useTwin();
    const file = await twin.file('not-a-folder', 1);

    await expect(rememberEmail(file, owner)).rejects.toThrow(
      `Cannot write to ${file}, where uploads are remembered: not a`,
    );
  });

  it('does not wait for an answer where nobody can give one', async () => {
    await using twin = await useTwin();
    const running = run('tools/upload/upload.ts', [await twin.file('note.txt', 10), '--data', twin.folder]);
    running.child.stdin?.end(`${password}\n`);

    const { code, output } = await running.ended;

    expect(output).toBe('Name who signs in: npm run upload -- FILES… --email EMAIL\n');
    expect(code).toBe(1);
  });

  it('says when no twin runs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myfiles-upload-'));
    const ended = await run('tools/upload/upload.ts', ['a.txt', '--email', owner, '--data', folder]).ended;
    const endpoints = {
      graphql: 'a',
      userPool: 'a',
      userPoolId: 'a',
      userPoolClientId: 'a',
      hostedUi: 'a',
      region: 'a',
    };
    await writeFile(
      join(folder, 'endpoints.json'),
      JSON.stringify({ ...endpoints, mailbox: 'http://127.0.0.1:1/mailbox' }),
    );
    const gone = await run('tools/upload/upload.ts', ['a.txt', '--email', owner, '--data', folder]).ended;
    await rm(folder, { recursive: true });

    expect(ended.output).toMatch(/^No twin is running with this data \(.*\)\. Start it with: npm run dev\n$/);
    expect(gone.output).toBe('The twin does not answer. Start it with: npm run dev\n');
    expect([ended.code, gone.code]).toEqual([1, 1]);
  });
});
