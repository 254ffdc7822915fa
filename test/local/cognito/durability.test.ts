import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ListUsersCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { join as joinPool, owner, signIn } from './people';
import { askForTokens, authorizeQuery, callbackUrl, codeIn, createVisitor, exchange, signInAs } from './hosted/visitor';
import { clientId, password, poolId, startPool } from './startPool';

const withFile = async (work: (file: string) => Promise<void>) => {
  const folder = await mkdtemp(join(tmpdir(), 'user-pool-'));
  try {
    await work(join(folder, 'pool.journal'));
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** A pool in a separate process; none of its files may grow beyond the limit, as if the disk were full. */
const startProcess = async (
  file: string,
  limitBlocks: number | 'unlimited' = 'unlimited',
): Promise<{ readonly process: ChildProcess; readonly url: string }> => {
  const command = [process.execPath, '--import', 'tsx', join(import.meta.dirname, 'poolProcess.ts'), file];
  const child = spawn('sh', ['-c', `ulimit -f ${limitBlocks} && exec "$0" "$@"`, ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line]: unknown[] = await once(child.stdout, 'data');
  return { process: child, url: String(line).trim() };
};

describe('A pool with a file', () => {
  it('goes on where it was: users, tokens, keys', () =>
    withFile(async (file) => {
      const { accessToken, refreshToken, keys } = await (async () => {
        await using pool = await startPool({ file });
        await joinPool(pool, owner);
        return { ...(await signIn(pool, owner)), keys: pool.userPool.keys() };
      })();

      await using pool = await startPool({ file });
      expect(pool.userPool.keys()).toEqual(keys);
      await pool.aws.send(new GetUserCommand({ AccessToken: accessToken }));
      await pool.aws.send(new GetTokensFromRefreshTokenCommand({ ClientId: clientId, RefreshToken: refreshToken }));
      await signIn(pool, owner);
    }));

  it('keeps a browser signed in, and one that signed out signed out', () =>
    withFile(async (file) => {
      const cookies = await (async () => {
        await using pool = await startPool({ file });
        await joinPool(pool, owner);
        const [stays, leaves] = [createVisitor(pool), createVisitor(pool)];
        await signInAs(stays, owner);
        await signInAs(leaves, owner);
        const copy = new Map(leaves.cookies);
        await leaves.visit(`/logout?${new URLSearchParams({ client_id: clientId, logout_uri: callbackUrl })}`);
        return { stays: stays.cookies, leaves: copy };
      })();

      await using pool = await startPool({ file });
      const leadsTo = async (kept: ReadonlyMap<string, string>) => {
        const visitor = createVisitor(pool);
        for (const [name, value] of kept) visitor.cookies.set(name, value);
        return (await visitor.visit(`/oauth2/authorize?${authorizeQuery()}`)).location?.pathname;
      };

      expect(await leadsTo(cookies.stays)).toBe('/');
      expect(await leadsTo(cookies.leaves)).toBe('/login');
    }));

  it('loses nothing that it acknowledged when it is killed in the middle of its work', () =>
    withFile(async (file) => {
      const acknowledged: string[] = [];
      for (let round = 0; round < 3; round += 1) {
        const { process: child, url } = await startProcess(file);
        const aws = new CognitoIdentityProviderClient({ endpoint: url, region: 'us-east-1', maxAttempts: 1 });
        const ended = once(child, 'exit');
        const before = acknowledged.length;
        const writer = async (name: number): Promise<void> => {
          for (let turn = 0; ; turn += 1) {
            const Username = `user-${round}-${name}-${turn}@example.com`;
            try {
              await aws.send(new SignUpCommand({ ClientId: clientId, Username, Password: password }));
            } catch {
              return;
            }
            acknowledged.push(Username);
            if (acknowledged.length === before + 12) child.kill('SIGKILL');
          }
        };
        await Promise.all([1, 2, 3, 4].map(writer));
        await ended;
      }

      await using pool = await startPool({ file });
      expect(acknowledged.length).toBeGreaterThanOrEqual(36);
      for (const Username of acknowledged) {
        const user = await pool.aws.send(new AdminGetUserCommand({ UserPoolId: poolId, Username }));
        expect(user.UserStatus).toBe('UNCONFIRMED');
      }
    }));

  it('refuses what no longer fits on the disk, keeps what it acknowledged, and goes on when there is room', () =>
    withFile(async (file) => {
      const { process: child, url } = await startProcess(file, 40);
      const aws = new CognitoIdentityProviderClient({ endpoint: url, region: 'us-east-1', maxAttempts: 1 });
      const ended = once(child, 'exit');
      const acknowledged: string[] = [];
      const refused: unknown[] = [];
      for (let turn = 0; refused.length < 3; turn += 1) {
        const Username = `user-${turn}@example.com`;
        try {
          await aws.send(new SignUpCommand({ ClientId: clientId, Username, Password: password }));
          acknowledged.push(Username);
        } catch (error) {
          refused.push(error);
        }
      }
      child.kill('SIGKILL');
      await ended;

      expect(refused).toMatchObject(Array(3).fill({ name: 'InternalErrorException' }));
      await using pool = await startPool({ file });
      const { Users = [] } = await pool.aws.send(new ListUsersCommand({ UserPoolId: poolId }));
      const emails = Users.map(({ Attributes = [] }) => Attributes.find(({ Name }) => Name === 'email')?.Value);
      expect(emails.sort()).toEqual(acknowledged.sort());
      await joinPool(pool, owner);
    }));

  it('gives tokens for a code of an earlier run, and never for one that was taken then', () =>
    withFile(async (file) => {
      const { open, taken, refreshToken } = await (async () => {
        await using pool = await startPool({ file });
        await joinPool(pool, owner);
        const codes = [await signInAs(createVisitor(pool), owner), await signInAs(createVisitor(pool), owner)];
        const [first = '', second = ''] = codes.map(codeIn);
        const { body } = await exchange(pool, second);
        return { open: first, taken: second, refreshToken: String(body.refresh_token) };
      })();

      await using pool = await startPool({ file });
      expect(await exchange(pool, open)).toMatchObject({ status: 200 });
      expect(await exchange(pool, taken)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
      const refreshed = await askForTokens(pool, { grant_type: 'refresh_token', refresh_token: refreshToken });
      expect(refreshed).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    }));

  it('takes an answer to a challenge of an earlier run, but for one that was answered then', () =>
    withFile(async (file) => {
      const choose = () =>
        new InitiateAuthCommand({ ClientId: clientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: owner } });
      const answer = (Session = '') =>
        new RespondToAuthChallengeCommand({
          ClientId: clientId,
          ChallengeName: 'SELECT_CHALLENGE',
          Session,
          ChallengeResponses: { USERNAME: owner, ANSWER: 'PASSWORD', PASSWORD: password },
        });
      const [answered, open] = await (async () => {
        await using pool = await startPool({ file });
        await joinPool(pool, owner);
        const { Session: first } = await pool.aws.send(choose());
        const { Session: second } = await pool.aws.send(choose());
        await pool.aws.send(answer(first));
        return [first, second];
      })();

      await using pool = await startPool({ file });
      const refused = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' };
      await expect(pool.aws.send(answer(answered))).rejects.toMatchObject(refused);
      const { AuthenticationResult } = await pool.aws.send(answer(open));
      expect(AuthenticationResult).toHaveProperty('RefreshToken');
      await expect(pool.aws.send(answer(open))).rejects.toMatchObject(refused);
    }));

  it('keeps no password', () =>
    withFile(async (file) => {
      await using pool = await startPool({ file });
      await joinPool(pool, owner);

      expect(await readFile(file, 'utf8')).not.toContain(password);
    }));
});
