import { GetUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../tools/paths';
import { readPassword } from '../../../tools/user/readPassword';
import { runUserCommand } from '../../../tools/user/runUserCommand';
import { beginSignIn, owner, signIn, signUp, stranger } from '../../local/cognito/people';
import { clientId, password, poolId, startPool } from '../../local/cognito/startPool';

const newPassword = 'Another-horse-8-battery';

/** A pool that a twin's data folder names, and a person at the terminal. */
const useTwin = async () => {
  const pool = await startPool();
  const directory = await mkdtemp(join(tmpdir(), 'myfiles-user-'));
  const endpoints = { userPool: pool.url, userPoolId: poolId, userPoolClientId: clientId, region: 'us-east-1' };
  await writeFile(join(directory, 'endpoints.json'), JSON.stringify(endpoints));
  const warnings: string[] = [];
  const user = async (args: readonly string[], typed = password): Promise<string> => {
    const said: string[] = [];
    await runUserCommand(['--data', directory, ...args], {
      say: (line) => said.push(line),
      warn: (line) => warnings.push(line),
      askPassword: async () => typed,
    });
    return said.join('\n');
  };
  return {
    pool,
    directory,
    user,
    warnings,
    [Symbol.asyncDispose]: async () => {
      await pool[Symbol.asyncDispose]();
      await rm(directory, { recursive: true });
    },
  };
};

describe('npm run user', () => {
  it('adds a person who can sign in at once', async () => {
    await using twin = await useTwin();

    const said = await twin.user(['add', owner, '--name', 'Olive Owner']);

    expect(said).toBe(`${owner} was added.`);
    await signIn(twin.pool, owner);
    expect(twin.pool.log.join()).not.toContain(password);
  });

  it('invites a person with a temporary password', async () => {
    await using twin = await useTwin();

    const said = await twin.user(['add', owner, '--invite']);

    const temporary = await twin.pool.mailedCode(owner);
    expect(said).not.toContain(temporary);
    expect((await beginSignIn(twin.pool, owner, temporary)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  });

  it('lists everybody with what they may do', async () => {
    await using twin = await useTwin();
    await twin.user(['add', stranger]);
    const sub = await signUp(twin.pool, owner);

    const [first, second] = (await twin.user(['list'])).split('\n');

    expect(first).toBe(`${owner.padEnd(stranger.length)}  ${sub}  UNCONFIRMED`);
    expect(second).toMatch(/^stranger@example\.com {2}[-0-9a-f]{36} {2}CONFIRMED$/);
  });

  it('lists nobody as nothing, and says so beside the output', async () => {
    await using twin = await useTwin();

    expect(await twin.user(['list'])).toBe('');
    expect(twin.warnings).toEqual(['No users yet.']);
  });

  it('lists everybody as JSON for programs', async () => {
    await using twin = await useTwin();
    const sub = await signUp(twin.pool, owner);

    expect(JSON.parse(await twin.user(['list', '--json']))).toEqual([{ email: owner, sub, status: 'UNCONFIRMED' }]);
    await twin.user(['delete', owner]);
    expect(await twin.user(['list', '--json'])).toBe('[]');
    expect(twin.warnings).toEqual([]);
  });

  it('confirms, sets passwords, puts into groups and out of them, and removes', async () => {
    await using twin = await useTwin();
    await signUp(twin.pool, owner);

    expect(await twin.user(['confirm', owner])).toBe(`${owner} was confirmed.`);
    expect(await twin.user(['password', owner], newPassword)).toBe(`${owner} has a new password.`);
    await signIn(twin.pool, owner, newPassword);
    expect(await twin.user(['group', owner, 'admins'])).toMatch(/^owner@example\.com is in admins,/);
    expect(await twin.user(['group', owner, 'admins', '--remove'])).toBe(`${owner} is not in admins.`);
    expect(await twin.user(['delete', owner])).toBe(`${owner} was deleted.`);
    expect(await twin.user(['list'])).toBe('');
  });

  it('prints a token that the API takes, and nothing else', async () => {
    await using twin = await useTwin();
    await twin.user(['add', owner]);

    const { UserAttributes } = await twin.pool.aws.send(
      new GetUserCommand({ AccessToken: await twin.user(['token', owner]) }),
    );

    expect(UserAttributes).toContainEqual({ Name: 'email', Value: owner });
    await expect(twin.user(['token', owner], 'wrong')).rejects.toThrow('Incorrect username or password.');
  });

  it('gives no token for a temporary password', async () => {
    await using twin = await useTwin();
    await twin.user(['add', owner, '--invite']);

    await expect(twin.user(['token', owner], await twin.pool.mailedCode(owner))).rejects.toThrow(
      'Sign-in requires NEW_PASSWORD_REQUIRED, which this command does not support.',
    );
  });

  it('adds nobody whose password is refused', async () => {
    await using twin = await useTwin();

    await expect(twin.user(['add', owner], 'weak')).rejects.toThrow(
      'Password not long enough. It needs 12 characters or more, a lower-case letter, an upper-case letter, a digit, a symbol.',
    );

    expect(await twin.user(['list'])).toBe('');
  });

  it.each([
    { args: ['bogus'], says: 'There is no command bogus. See --help.' },
    { args: ['toString'], says: 'There is no command toString. See --help.' },
    { args: ['add'], says: 'Usage: npm run user -- add EMAIL [--name N] [--invite]' },
    { args: ['group', owner], says: 'Usage: npm run user -- group EMAIL GROUP [--remove]' },
    { args: ['list', 'everybody'], says: 'Usage: npm run user -- list [--json]' },
    { args: ['list', '--colour'], says: "Unknown option '--colour'. See --help." },
    { args: ['delete', stranger], says: `There is no user ${stranger}.` },
    { args: ['confirm', stranger], says: `There is no user ${stranger}.` },
    { args: ['group', stranger, 'admins'], says: `There is no user ${stranger}.` },
    { args: ['add', owner], says: `${owner} already exists.` },
    { args: ['add', 'nobody'], says: 'Username should be an email.' },
  ])('refuses $args in one line', async ({ args, says }) => {
    await using twin = await useTwin();
    await twin.user(['add', owner]);

    await expect(twin.user(args)).rejects.toMatchObject({ name: 'CommandFailed', message: says });
  });

  it('says when no twin runs', async () => {
    await using twin = await useTwin();
    await writeFile(
      join(twin.directory, 'endpoints.json'),
      JSON.stringify({ userPool: 'http://127.0.0.1:1', userPoolId: poolId, userPoolClientId: clientId, region: 'a' }),
    );
    await expect(twin.user(['list'])).rejects.toThrow('The twin does not answer. Start it with: npm run dev');

    await writeFile(join(twin.directory, 'endpoints.json'), '{"user');
    await expect(twin.user(['list'])).rejects.toThrow(/^No twin is running with this data .*npm run dev$/);
  });

  it('is a program: it reads the password from its input, says one line, and ends with 0 or 1', async () => {
    await using twin = await useTwin();
    const run = (...args: string[]) =>
      new Promise<readonly [number | null, string]>((resolve) => {
        const program = ['tools/run.cjs', 'tools/user/user.ts', '--data', twin.directory, ...args];
        const child = spawn(process.execPath, program, { cwd: projectRoot });
        const output: string[] = [];
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(String(chunk)));
        child.on('close', (code) => resolve([code, output.join('')]));
        child.stdin.end(`${password}\n`);
      });

    expect(await run('add', owner)).toEqual([0, `${owner} was added.\n`]);
    expect(await run('add', owner)).toEqual([1, `${owner} already exists.\n`]);
  });
});

describe('A password', () => {
  it('is asked for at a terminal, and not shown there', async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = new PassThrough();

    const asked = readPassword({ input, output }, 'Password');
    input.write(`${password}\r`);

    expect(await asked).toBe(password);
    expect(await text(output.end())).toBe('Password: \n');
  });

  it('is asked for until Ctrl-C', async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true });

    const asked = readPassword({ input, output: new PassThrough() }, 'Password');
    input.write('\x03');

    await expect(asked).rejects.toMatchObject({ message: 'Stopped.', exitCode: 130 });
  });

  it('must be there', async () => {
    const input = new PassThrough();
    input.end();

    await expect(readPassword({ input, output: new PassThrough() }, 'Password')).rejects.toThrow(
      'No password was given.',
    );
  });
});
