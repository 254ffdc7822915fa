import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Endpoints } from '../../local/endpoints';
import { run, type Running } from '../support/runProgram';

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-cli-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

const start = (...args: string[]): Running => {
  const running = run('local/cli.ts', args);
  cleanups.push(() => {
    running.child.kill('SIGKILL');
    return running.ended;
  });
  return running;
};

const endpointsOf = async (folder: string): Promise<Endpoints> =>
  JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8'));

describe('npm run dev', () => {
  it('says where everything is, and takes it back when it is stopped', async () => {
    const folder = await newFolder();
    const twin = start('--data', folder, '--port', '0');

    await twin.says('Ctrl-C stops.');
    const endpoints = await endpointsOf(folder);
    const answer = await fetch(endpoints.graphql, { method: 'POST', body: '{"query":"{ __typename }"}' });
    twin.child.kill('SIGINT');
    const { code, output } = await twin.ended;

    expect(endpoints).toMatchObject({ pid: twin.child.pid, region: 'us-east-1', table: 'MyAppFiles' });
    expect(Object.keys(endpoints).sort()).toEqual(
      [
        ...['pid', 'graphql', 'realtime', 'evaluateCode', 'userPool', 'userPoolId', 'userPoolClientId', 'region'],
        ...['s3', 'bucket', 'dynamodb', 'table', 'mailbox', 'hostedUi', 'certificateAuthority'],
        ...['lambda', 'sqs', 'deadLetterQueue', 'sts'],
      ].sort(),
    );
    expect(answer.status).toBe(401);
    expect(output).toContain(endpoints.graphql);
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'endpoints.json'))).toBe(false);
    expect(existsSync(join(folder, 'amplify_config.json'))).toBe(true);
  });

  it('publishes the keys of the user pool and answers for the mailbox in JSON', async () => {
    const folder = await newFolder();
    const twin = start('--data', folder, '--port', '0', '--memory');
    await twin.says('Ctrl-C stops.');
    const { userPool, userPoolId, mailbox } = await endpointsOf(folder);

    const keys = await fetch(`${userPool}/${userPoolId}/.well-known/jwks.json`);
    const nobody = await fetch(`${mailbox}?username=nobody@example.com`);

    expect(await keys.json()).toMatchObject({ keys: [{ kty: 'RSA', alg: 'RS256' }] });
    expect(nobody.status).toBe(404);
    expect(nobody.headers.get('content-type')).toContain('application/json');
  });

  it('stops when it has something to say and nobody reads it', async () => {
    const folder = await newFolder();
    const twin = start('--data', folder, '--port', '0', '--memory');
    await twin.says('Ctrl-C stops.');
    const { realtime } = await endpointsOf(folder);

    twin.child.stdout.destroy();
    new WebSocket(realtime, ['graphql-ws'], { origin: 'http://elsewhere.example' }).on('error', () => undefined);
    const { code, output } = await twin.ended;

    expect(code).toBe(0);
    expect(output).toMatch(/Ctrl-C stops\.\s*$/);
    expect(existsSync(join(folder, 'endpoints.json'))).toBe(false);
  });

  it('keeps nothing with --memory', async () => {
    const folder = await newFolder();
    const twin = start('--data', folder, '--port', '0', '--memory');

    await twin.says('Ctrl-C stops.');

    expect(existsSync(join(folder, 'dynamodb'))).toBe(false);
    expect(existsSync(join(folder, 'endpoints.json'))).toBe(true);
  });

  it('refuses a port that is used, in one line', async () => {
    const folder = await newFolder();
    const first = start('--data', folder, '--port', '0', '--memory');
    await first.says('Ctrl-C stops.');
    const { port } = new URL((await endpointsOf(folder)).graphql);

    const { code, output } = await start('--data', await newFolder(), '--port', port, '--memory').ended;

    expect(code).toBe(1);
    expect(output).toMatch(/^Port \d+ is in use\. .*--port N.*\n$/);
  });

  it('refuses a host that is not this machine’s, in one line', async () => {
    const { code, output } = await start('--data', await newFolder(), '--host', '192.0.2.200', '--memory').ended;

    expect(code).toBe(1);
    expect(output).toMatch(/^Nothing can listen on 192\.0\.2\.200\. .*--host HOST.*\n$/);
  });

  it('refuses data that another twin uses, also with --reset, and leaves it alone', async () => {
    const folder = await newFolder();
    const first = start('--data', folder, '--port', '0');
    await first.says('Ctrl-C stops.');

    const second = await start('--data', folder, '--port', '0').ended;
    const third = await start('--data', folder, '--port', '0', '--reset').ended;

    for (const { code, output } of [second, third]) {
      expect(code).toBe(1);
      expect(output).toMatch(/^Another twin uses this data folder.*--data DIR\.\n$/);
    }
    expect((await endpointsOf(folder)).pid).toBe(first.child.pid);
  });

  it('refuses a data folder that cannot be made, in one line', async () => {
    const file = join(await newFolder(), 'file');
    await writeFile(file, '');

    const { code, output } = await start('--data', join(file, 'data'), '--port', '0').ended;

    expect(code).toBe(1);
    expect(output).toMatch(/^The data folder .* cannot be written \(ENOTDIR\)\. Choose another with --data DIR.*\n$/);
  });

  it('empties only its own data with --reset', async () => {
    const folder = await newFolder();
    const first = start('--data', folder, '--port', '0');
    await first.says('Ctrl-C stops.');
    first.child.kill('SIGTERM');
    await first.ended;
    const before = await readFile(join(folder, 'cognito'), 'utf8');
    await writeFile(join(folder, 'mine.txt'), 'mine');

    const second = start('--data', folder, '--port', '0', '--reset');
    await second.says('Ctrl-C stops.');

    expect(await readFile(join(folder, 'cognito'), 'utf8')).not.toBe(before);
    expect(await readFile(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
  });

  it.each([['--bogus'], ['--port', 'abc'], ['--port', '70000'], ['--origin', 'localhost:5173'], ['stray']])(
    'refuses %s',
    async (...args) => {
      const { code, output } = await start(...args).ended;

      expect(code).toBe(1);
      expect(output).toMatch(/^.+ See --help\.\n$/);
    },
  );
});

describe('npm run dev -- --rotate-keys', () => {
  it('signs with a new key and goes on publishing the old one', async () => {
    const folder = await newFolder();
    const keysOf = async (...args: string[]): Promise<string[]> => {
      const twin = start('--data', folder, '--port', '0', ...args);
      await twin.says('Ctrl-C stops.');
      const { userPool, userPoolId } = await endpointsOf(folder);
      const answer = await fetch(`${userPool}/${userPoolId}/.well-known/jwks.json`);
      const { keys }: { keys: { kid: string }[] } = JSON.parse(await answer.text());
      twin.child.kill('SIGINT');
      await twin.ended;
      return keys.map(({ kid }) => kid);
    };

    const before = await keysOf();
    const after = await keysOf('--rotate-keys');

    expect(before).toHaveLength(1);
    expect(after).toHaveLength(2);
    expect(after).toEqual(expect.arrayContaining(before));
  });
});
