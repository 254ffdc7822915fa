import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  STSClient,
  type AssumeRoleCommandInput,
} from '@aws-sdk/client-sts';
import { SignatureV4 } from '@smithy/signature-v4';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Sha256 } from '../../../functions/shared/sha256';
import { createPrincipals, developer, functionRole, type Credentials } from '../../../local/assembly/principals';
import { sessionRoleArn } from '../../../local/assembly/sessionRoles';
import { openSecrets } from '../../../local/assembly/secrets';
import type { Call } from '../../../local/calls';
import { listen } from '../../../local/http/listen';
import { loadProject } from '../../../local/project';
import { createListener } from '../../../local/sts/http/createListener';
import { background, sources } from '../../../resolvers/manifest';

const start = async () => {
  const state = { ahead: 0, calls: new Array<Call>() };
  const clock = () => Date.now() + state.ahead;
  const secrets = await openSecrets();
  const { principals, roles, know } = createPrincipals((call) => void state.calls.push(call));
  know((await loadProject()).wiring, secrets);
  const lines: string[] = [];
  const listener = createListener({ principals, roles, clock, log: (line) => lines.push(line) });
  const server = await listen(listener, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  const origin = `http://127.0.0.1:${server.port}`;
  const functions = { ...background, ...sources };
  return {
    state,
    lines,
    origin,
    developer: developer(secrets),
    roleOf: (name: 'signUpload' | 'followTable') => functionRole(name, functions[name].may, secrets),
    clientOf: (credentials: Pick<Credentials, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>) => {
      const client = new STSClient({ endpoint: origin, region: 'us-east-1', credentials, maxAttempts: 1 });
      onTestFinished(() => client.destroy());
      return client;
    },
  };
};

const assume = (changes: Partial<AssumeRoleCommandInput> = {}) =>
  new AssumeRoleCommand({
    RoleArn: sessionRoleArn('signUpload'),
    RoleSessionName: 'ann',
    Tags: [{ Key: 'owner', Value: 'ann' }],
    ...changes,
  });

describe('AssumeRole, by the SDK', () => {
  it('gives a function a session of its role, and tells what it wanted', async () => {
    const { roleOf, clientOf, state } = await start();

    const { Credentials, AssumedRoleUser } = await clientOf(roleOf('signUpload')).send(assume());

    expect(AssumedRoleUser).toEqual({
      Arn: 'arn:aws:sts::000000000000:assumed-role/signUpload-session/ann',
      AssumedRoleId: expect.stringMatching(/^AROA[A-Z0-9]{17}:ann$/),
    });
    expect(Credentials).toMatchObject({
      AccessKeyId: expect.stringMatching(/^ASIA[A-Z0-9]{16}$/),
      SessionToken: expect.any(String),
    });
    const wanted = { by: 'function signUpload', context: { 'aws:RequestTag/owner': 'ann' } };
    const resource = 'arn:aws:iam::000000000000:role/signUpload-session';
    expect(state.calls).toEqual([
      { ...wanted, action: 'sts:AssumeRole', resource },
      { ...wanted, action: 'sts:TagSession', resource },
    ]);
  });

  it('gives another session each time', async () => {
    const { roleOf, clientOf, state } = await start();
    const client = clientOf(roleOf('signUpload'));

    const first = await client.send(assume());
    state.ahead = 1_000;
    const second = await client.send(assume());

    expect(first.Credentials?.AccessKeyId).not.toBe(second.Credentials?.AccessKeyId);
  });

  it.each<[string, Partial<AssumeRoleCommandInput>]>([
    ['of another function', { RoleArn: sessionRoleArn('signDownload') }],
    ['that is not there', { RoleArn: sessionRoleArn('nobody') }],
    ['for nobody', { Tags: [] }],
    ['with another tag', { Tags: [{ Key: 'team', Value: 'ann' }] }],
    [
      'with one tag more',
      {
        Tags: [
          { Key: 'owner', Value: 'ann' },
          { Key: 'team', Value: 'a' },
        ],
      },
    ],
  ])('refuses a function a role %s', async (_, changes) => {
    const { roleOf, clientOf } = await start();

    await expect(clientOf(roleOf('signUpload')).send(assume(changes))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringMatching(
        /^User: arn:aws:sts::000000000000:assumed-role\/signUpload\/signUpload is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::000000000000:role\//,
      ),
      $metadata: expect.objectContaining({ httpStatusCode: 403 }),
    });
  });

  it('refuses everybody else: a function in the background, the developer, and a session', async () => {
    const { roleOf, clientOf, developer: me } = await start();
    const { Credentials: keys } = await clientOf(roleOf('signUpload')).send(assume());
    const session = {
      accessKeyId: keys?.AccessKeyId ?? '',
      secretAccessKey: keys?.SecretAccessKey ?? '',
      sessionToken: keys?.SessionToken ?? '',
    };

    for (const credentials of [roleOf('followTable'), me, session]) {
      await expect(clientOf(credentials).send(assume())).rejects.toMatchObject({ name: 'AccessDenied' });
    }
  });

  it.each<[string, Partial<AssumeRoleCommandInput>, RegExp, string?]>([
    ['a name of one letter', { RoleSessionName: 'a' }, /'roleSessionName' failed .* greater than or equal to 2/],
    ['a name that is a path', { RoleSessionName: '../bob' }, /'roleSessionName' failed .* regular expression pattern/],
    ['no role', { RoleArn: undefined }, /Value null at 'roleArn' failed .* must not be null/],
    ['a minute', { DurationSeconds: 60 }, /'durationSeconds' failed .* greater than or equal to 900/],
    ['a week', { DurationSeconds: 604_800 }, /'durationSeconds' failed .* less than or equal to 43200/],
    ['two hours', { DurationSeconds: 7_200 }, /exceeds the MaxSessionDuration set for this role/],
    ['a tag that is a pattern', { Tags: [{ Key: 'owner', Value: '*' }] }, /regular expression pattern/],
    [
      'a tag twice',
      {
        Tags: [
          { Key: 'owner', Value: 'ann' },
          { Key: 'Owner', Value: 'bob' },
        ],
      },
      /Duplicate tag keys/,
      'InvalidParameterValue',
    ],
    ['text as an ARN', { RoleArn: 'nothing-valid-in-here' }, /^nothing-valid-in-here is invalid$/],
    [
      'ARN without a partition',
      { RoleArn: 'arn::b:::something/test-role' },
      /^arn::b:::something\/test-role is invalid$/,
    ],
    ['ARN without a service', { RoleArn: 'arn:a::::something/test-role' }, /is invalid$/],
    ['ARN of too few parts', { RoleArn: 'arn:a:::something/test-role' }, /is invalid$/],
    ['ARN without a resource', { RoleArn: 'arn:a:a::aaaaaaaaaa:' }, /is invalid$/],
  ])('takes no %s for an answer', async (_, changes, message, name = 'ValidationError') => {
    const { roleOf, clientOf } = await start();

    await expect(clientOf(roleOf('signUpload')).send(assume(changes))).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message),
      $metadata: expect.objectContaining({ httpStatusCode: 400 }),
    });
  });

  it('says that it knows no session policies, and ignores none', async () => {
    const { roleOf, clientOf } = await start();

    await expect(clientOf(roleOf('signUpload')).send(assume({ Policy: '{}' }))).rejects.toThrow(
      'The twin does not support the parameter Policy.',
    );
  });
});

describe('GetCallerIdentity, by the SDK', () => {
  it('says who signed', async () => {
    const { roleOf, clientOf, developer: me } = await start();
    const who = async (credentials: Credentials) => clientOf(credentials).send(new GetCallerIdentityCommand());

    expect(await who(me)).toMatchObject({
      Account: '000000000000',
      Arn: 'arn:aws:iam::000000000000:user/developer',
      UserId: expect.stringMatching(/^AIDA[A-Z0-9]{17}$/),
    });
    expect(await who(roleOf('followTable'))).toMatchObject({
      Arn: 'arn:aws:sts::000000000000:assumed-role/followTable/followTable',
      UserId: expect.stringMatching(/^AROA[A-Z0-9]{17}:followTable$/),
    });
  });

  it.each([
    ['an unknown key', { accessKeyId: 'AKIASTRANGER' }, 'InvalidClientTokenId'],
    ['a wrong secret', { secretAccessKey: 'guessed' }, 'SignatureDoesNotMatch'],
    ['a token that it should not have', { sessionToken: 'signUpload.e30.forged' }, 'InvalidClientTokenId'],
  ])('refuses %s', async (_, wrong, name) => {
    const { clientOf, developer: me } = await start();

    await expect(clientOf({ ...me, ...wrong }).send(new GetCallerIdentityCommand())).rejects.toMatchObject({
      name,
      $metadata: expect.objectContaining({ httpStatusCode: 403 }),
    });
  });

  it('refuses a session that has ended', async () => {
    const { roleOf, clientOf, state } = await start();
    const { Credentials: keys } = await clientOf(roleOf('signUpload')).send(assume());
    const credentials = {
      accessKeyId: keys?.AccessKeyId ?? '',
      secretAccessKey: keys?.SecretAccessKey ?? '',
      sessionToken: keys?.SessionToken ?? '',
    };
    const ask = () => clientOf(credentials).send(new GetCallerIdentityCommand());

    expect((await ask()).Arn).toMatch(/signUpload-session\/ann$/);
    state.ahead = 3_600_000;
    await expect(ask()).rejects.toMatchObject({ name: 'ExpiredToken' });
  });

  it('is all there is besides', async () => {
    const { clientOf, developer: me } = await start();

    await expect(clientOf(me).send(new GetSessionTokenCommand({}))).rejects.toMatchObject({
      name: 'InvalidAction',
      message: 'Could not find operation GetSessionToken for version 2011-06-15',
    });
  });
});

describe('a request by hand', () => {
  const parser = new XMLParser({ parseTagValue: false });
  const errorOf = async (answer: Response) => {
    const { ErrorResponse } = parser.parse(await answer.text());
    return { status: answer.status, code: ErrorResponse?.Error?.Code, type: ErrorResponse?.Error?.Type };
  };
  const known = 'Version=2011-06-15';

  it.each([
    ['without a signature', `Action=GetCallerIdentity&${known}`, 403, 'MissingAuthenticationToken'],
    ['without an action', known, 400, 'MissingAction'],
    ['of an action of JavaScript', `Action=constructor&${known}`, 400, 'InvalidAction'],
    ['of another version', 'Action=GetCallerIdentity&Version=2010-01-01', 400, 'InvalidAction'],
    ['without a version', 'Action=GetCallerIdentity', 400, 'InvalidAction'],
    ['with no form', '\u0000%zz<xml>', 400, 'MissingAction'],
    ['with too much', 'x'.repeat(200_000), 413, 'ValidationError'],
  ])('%s is refused in XML', async (_, body, status, code) => {
    const { origin, lines } = await start();

    const answer = await fetch(origin, { method: 'POST', body });

    expect(await errorOf(answer)).toEqual({ status, code, type: 'Sender' });
    expect(lines).toEqual([]);
  });

  it('to a path that no URL has is refused in XML', async () => {
    const { origin, lines } = await start();

    const [answer] = await once(request(origin, { path: '//?Version=2011-06-15' }).end(), 'response');

    expect(answer).toMatchObject({ statusCode: 400 });
    expect(await text(answer)).toContain('<Code>MissingAction</Code>');
    expect(lines).toEqual([]);
  });

  it('with half a signature is refused in XML', async () => {
    const { origin } = await start();
    const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=a/b' };

    const answer = await fetch(`${origin}/?Action=GetCallerIdentity&${known}`, { headers });

    expect(await errorOf(answer)).toEqual({ status: 400, code: 'IncompleteSignature', type: 'Sender' });
  });

  it('may be a GET', async () => {
    const { origin, developer: credentials } = await start();
    const signer = new SignatureV4({ service: 'sts', region: 'us-east-1', credentials, sha256: Sha256 });
    const { host, hostname } = new URL(origin);
    const query = { Action: 'GetCallerIdentity', Version: '2011-06-15' };
    const unsigned = { method: 'GET', protocol: 'http:', hostname, path: '/', query, headers: { host } };
    const { headers } = await signer.sign(unsigned);

    const answer = await fetch(`${origin}/?${new URLSearchParams(query)}`, { headers });

    expect(answer.headers.get('content-type')).toBe('text/xml');
    expect(parser.parse(await answer.text())).toMatchObject({
      GetCallerIdentityResponse: { GetCallerIdentityResult: { Account: '000000000000' } },
    });
  });
});
