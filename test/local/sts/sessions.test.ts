import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import {
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { functionRole } from '../../../local/assembly/principals';
import { openSecrets } from '../../../local/assembly/secrets';
import { sessionRoleArn } from '../../../local/assembly/sessionRoles';
import type { Call } from '../../../local/calls';
import { place } from '../../../local/place';
import { loadProject } from '../../../local/project';
import { startTwin, type Twin } from '../../../local/twin';
import { sources } from '../../../resolvers/manifest';

const Bucket = place.bucketName;
const functions = { ...sources };

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-sessions-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
};

/** A twin, and a way to begin sessions on it. */
const start = async (directory?: string) => {
  const folder = directory ?? (await newFolder());
  const state = { ahead: 0, calls: new Array<Call>() };
  const twin = await startTwin({
    project: await loadProject(),
    directory: folder,
    host: '127.0.0.1',
    port: 0,
    pid: process.pid,
    clock: () => Date.now() + state.ahead,
    log: () => undefined,
    onCall: (call) => void state.calls.push(call),
  });
  onTestFinished(twin.close);
  const secrets = await openSecrets(folder);
  return {
    twin,
    state,
    sessionOf: async (name: 'signUpload' | 'readProgress' | 'proveUpload' | 'signDownload', owner: string) => {
      const credentials = functionRole(name, functions[name].may, secrets);
      const sts = new STSClient({ endpoint: twin.endpoints.sts, region: place.region, credentials });
      onTestFinished(() => sts.destroy());
      const { Credentials } = await sts.send(
        new AssumeRoleCommand({
          RoleArn: sessionRoleArn(name),
          RoleSessionName: owner,
          Tags: [{ Key: 'owner', Value: owner }],
        }),
      );
      return {
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretAccessKey ?? '',
        sessionToken: Credentials?.SessionToken ?? '',
      };
    },
  };
};

const bytesOf = ({ endpoints }: Twin, credentials: Keys): S3Client => {
  const common = { region: endpoints.region, credentials, maxAttempts: 1, forcePathStyle: true };
  const client = new S3Client({ ...common, endpoint: endpoints.s3 });
  onTestFinished(() => client.destroy());
  return client;
};

const put = (Key: string) => new PutObjectCommand({ Bucket, Key, Body: 'hello' });

describe('a session', () => {
  it('does at the bytes of its owner what the manifest grants, and that is told', async () => {
    const { twin, state, sessionOf } = await start();
    const bytes = bytesOf(twin, await sessionOf('signUpload', 'ann'));

    await bytes.send(put('uploads/ann/1'));
    await expect(bytes.send(new GetObjectCommand({ Bucket, Key: 'uploads/ann/1' }))).rejects.toMatchObject({
      name: 'AccessDenied',
      message:
        'User: arn:aws:sts::000000000000:assumed-role/signUpload-session/ann is not authorized to perform: ' +
        `s3:GetObject on resource: "arn:aws:s3:::${Bucket}/uploads/ann/1" because no identity-based policy allows ` +
        'the s3:GetObject action',
    });

    const resource = `arn:aws:s3:::${Bucket}/uploads/ann/1`;
    const told = { by: 'session of signUpload', owner: 'ann', action: 's3:PutObject', resource };
    expect(state.calls).toContainEqual(told);
  });

  it.each(['uploads/bob/1', 'uploads/ann', 'uploads/anna/1', 'uploads/', 'web/ann/1', 'uploads/bob/../ann/1'])(
    'reaches nothing else: %s',
    async (key) => {
      const { twin, sessionOf } = await start();
      const bytes = bytesOf(twin, await sessionOf('signUpload', 'ann'));

      await expect(bytes.send(put(key))).rejects.toMatchObject({ name: 'AccessDenied' });
      const begin = new CreateMultipartUploadCommand({ Bucket, Key: key });
      await expect(bytes.send(begin)).rejects.toMatchObject({ name: 'AccessDenied' });
    },
  );

  it('signs no URL that works for another’s key', async () => {
    const { twin, sessionOf } = await start();
    const bytes = bytesOf(twin, await sessionOf('signUpload', 'ann'));

    const own = await fetch(await getSignedUrl(bytes, put('uploads/ann/1')), { method: 'PUT', body: 'hello' });
    const other = await fetch(await getSignedUrl(bytes, put('uploads/bob/1')), { method: 'PUT', body: 'hello' });

    expect([own.status, other.status]).toEqual([200, 403]);
    expect(await other.text()).toContain('<Code>AccessDenied</Code>');
  });

  it('learns that nothing is there, and lists its owner’s keys only', async () => {
    const { twin, sessionOf } = await start();
    const bytes = bytesOf(twin, await sessionOf('readProgress', 'ann'));
    const head = (key: string) => bytes.send(new HeadObjectCommand({ Bucket, Key: key }));
    const list = (Prefix: string) => bytes.send(new ListObjectsV2Command({ Bucket, Prefix }));

    await expect(head('uploads/ann/none')).rejects.toMatchObject({ name: 'NotFound' });
    await expect(head('uploads/bob/none')).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    expect((await list('uploads/ann/')).KeyCount).toBe(0);
    for (const prefix of ['', 'uploads/', 'uploads/bob/', 'uploads/ann']) {
      await expect(list(prefix)).rejects.toMatchObject({ name: 'AccessDenied' });
    }
  });

  it('may do nothing elsewhere', async () => {
    const { twin, sessionOf } = await start();
    const { endpoints } = twin;
    const credentials = await sessionOf('proveUpload', 'ann');
    const tables = new DynamoDBClient({ endpoint: endpoints.dynamodb, region: endpoints.region, credentials });
    onTestFinished(() => tables.destroy());

    const Key = { UserId: { S: 'ann' }, FileId: { S: '1' } };
    await expect(tables.send(new GetItemCommand({ TableName: 'MyAppFiles', Key }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });

  it('ends', async () => {
    const { twin, state, sessionOf } = await start();
    const bytes = bytesOf(twin, await sessionOf('signUpload', 'ann'));
    const url = await getSignedUrl(bytes, put('uploads/ann/1'), { expiresIn: 7_200 });

    state.ahead = 3_540_000;
    const before = await fetch(url, { method: 'PUT', body: 'hello' });
    state.ahead = 3_600_000;
    const after = await fetch(url, { method: 'PUT', body: 'hello' });

    expect([before.status, after.status]).toEqual([200, 400]);
    expect(await after.text()).toContain('<Code>ExpiredToken</Code><Message>The provided token has expired.</Message>');
  });

  it('outlives the twin: a URL that was signed before a restart works after it', async () => {
    const folder = await newFolder();
    const first = await start(folder);
    const bytes = bytesOf(first.twin, await first.sessionOf('signUpload', 'ann'));
    const url = new URL(await getSignedUrl(bytes, put('uploads/ann/1')));
    await first.twin.close();

    const { twin } = await start(folder);

    // Another port, but the signed host.
    expect(await putAt(twin.endpoints.s3, url)).toBe(200);
  });

  it('of another twin is nobody’s', async () => {
    const { sessionOf } = await start();
    const { twin } = await start();

    const bytes = bytesOf(twin, await sessionOf('signUpload', 'ann'));

    await expect(bytes.send(put('uploads/ann/1'))).rejects.toMatchObject({ name: 'InvalidToken' });
  });
});

describe('a token', () => {
  const encode = (claims: unknown): string => Buffer.from(JSON.stringify(claims)).toString('base64url');
  const forger = { sessionName: 'bob', owner: 'bob', endsAt: 9e15 };

  it.each<[string, (token: string) => string]>([
    ['is empty', () => ''],
    ['is cut', (token) => token.slice(0, -1)],
    ['has more', (token) => `${token}.${token}`],
    ['is another’s', (token) => token.replace(/\.[^.]+\./, `.${encode(forger)}.`)],
    ['is another function’s', (token) => token.replace('signUpload', 'proveUpload')],
    ['is of no function', (token) => token.replace('signUpload', '__proto__')],
    ['has no MAC', (token) => token.replace(/[^.]+$/, '')],
    ['has a MAC of other letters', (token) => token.replace(/[^.]+$/, 'ü'.repeat(43))],
    ['has claims that are no JSON', (token) => token.replace(/\.[^.]+\./, '.%00<x>.')],
    ['is large', () => `signUpload.${'A'.repeat(5_000)}.${'A'.repeat(43)}`],
  ])('that %s is refused', async (_, change) => {
    const { twin, sessionOf } = await start();
    const keys = await sessionOf('signUpload', 'ann');
    const bytes = bytesOf(twin, { ...keys, sessionToken: change(keys.sessionToken) });
    const url = await getSignedUrl(bytes, put('uploads/ann/1'));

    const answer = await fetch(url, { method: 'PUT', body: 'hello' });

    const code = change(keys.sessionToken) === '' ? 'InvalidAccessKeyId' : 'InvalidToken';
    expect([400, 403]).toContain(answer.status);
    expect(await answer.text()).toContain(`<Code>${code}</Code>`);
  });

  it('is nothing with the key of another session', async () => {
    const { twin, sessionOf } = await start();
    const [ann, bob] = [await sessionOf('signUpload', 'ann'), await sessionOf('signUpload', 'bob')];

    const mixed = bytesOf(twin, { ...ann, sessionToken: bob.sessionToken });

    await expect(mixed.send(put('uploads/bob/1'))).rejects.toMatchObject({ name: 'InvalidToken' });
  });
});

const putAt = (origin: string, { host, pathname, search }: URL): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(`${origin}${pathname}${search}`, { method: 'PUT', headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once('error', reject)
      .end('hello');
  });
