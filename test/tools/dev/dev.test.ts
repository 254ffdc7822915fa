import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../../../tools/paths';
import { splitArguments } from '../../../tools/dev/splitArguments';
import { run } from '../../support/runProgram';

/** Occupies the page's port, unless it is occupied already. */
const holdPagePort = async (): Promise<void> => {
  const server = createServer();
  await new Promise<void>((held) => {
    server.once('error', () => held());
    server.listen(8000, '127.0.0.1', held);
  });
  onTestFinished(() => {
    server.close();
  });
};

describe('npm run dev with the page', () => {
  it('says in one line that the port of the page is used, and starts nothing', async () => {
    await holdPagePort();

    const { code, output } = await run('tools/dev/dev.ts', ['--memory', '--port', '0']).ended;

    expect(code).toBe(1);
    expect(output).toMatch(/^Port 8000 is in use, .* npm run dev -- --no-page\n$/);
  });

  it('is the twin alone with --no-page, and hands on Ctrl-C and the exit code', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myfiles-dev-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const running = run('tools/dev/dev.ts', ['--no-page', '--data', folder, '--memory', '--port', '0']);
    onTestFinished(() => {
      running.child.kill('SIGTERM');
    });

    await running.says('Ctrl-C stops.');
    running.child.kill('SIGINT');
    const stopped = await running.ended;
    const wrong = await run('tools/dev/dev.ts', ['--no-page', '--bogus']).ended;

    expect(stopped.code).toBe(0);
    expect(stopped.output).not.toContain('Page');
    expect(wrong.code).toBe(1);
    expect(wrong.output).toMatch(/See --help\.\n$/);
  });

  it('says what ended the twin, if it was not asked to', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myfiles-dev-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const running = run('tools/dev/dev.ts', ['--no-page', '--data', folder, '--memory', '--port', '0']);

    await running.says('Ctrl-C stops.');
    const { pid }: { readonly pid: number } = JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8'));
    process.kill(pid, 'SIGKILL');
    const { code, output } = await running.ended;

    expect(code).toBe(1);
    expect(output).toMatch(/The twin was ended by SIGKILL\.\n$/);
  });

  it('leaves no twin behind that nobody could stop when it is killed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myfiles-dev-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const running = run('tools/dev/dev.ts', ['--no-page', '--data', folder, '--memory', '--port', '0']);

    await running.says('Ctrl-C stops.');
    running.child.kill('SIGKILL');
    await running.ended; // its output closes with the last process that writes to it

    expect(existsSync(join(folder, 'endpoints.json'))).toBe(false);
  });

  it('stops with the shell that npm started it in, which passes no signal on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myfiles-dev-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const script = `"$0" tools/run.cjs tools/dev/dev.ts --no-page --data '${folder}' --memory --port 0; exit $?`;
    const shell = spawn('sh', ['-c', script, process.execPath], {
      cwd: projectRoot,
      env: { ...process.env, npm_lifecycle_event: 'dev' },
    });
    const output = shell.stdout.setEncoding('utf8');
    for await (const text of output.iterator({ destroyOnReturn: false })) if (text.includes('Ctrl-C stops.')) break;

    shell.kill('SIGTERM');
    await finished(output.resume()); // it closes with the last process that writes to it

    expect(existsSync(join(folder, 'endpoints.json'))).toBe(false);
  });

  it('takes its own flag, and leaves the others to the twin', () => {
    expect(splitArguments(['--no-page', '--data', 'here', '--reset'])).toEqual({
      isPageWanted: false,
      directory: resolve('here'),
      twinArguments: ['--data', 'here', '--reset'],
    });
    expect(splitArguments(['--data=there'])).toMatchObject({ isPageWanted: true, directory: resolve('there') });
  });
});
