import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createAssumeRole } from '../../../functions/shared/sessions/assumeRole';
import { SessionRefused, StsUnreachable } from '../../../functions/shared/sessions/errors';
import { createPrincipals, functionRole } from '../../../local/assembly/principals';
import { sessionRoleArn } from '../../../local/assembly/sessionRoles';
import { openSecrets } from '../../../local/assembly/secrets';
import { loadProject } from '../../../local/project';
import { createListener } from '../../../local/sts/http/createListener';
import { sources } from '../../../resolvers/manifest';

const now = Date.parse('2026-01-31T12:00:00.250Z');

const listenOn = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address: AddressInfo | string | null = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
};

/** The twin's STS, and an assumeRole that asks it for a session of the function `of`, as the function signUpload. */
const assumeAt = async (listener?: RequestListener, of = 'signUpload') => {
  const secrets = await openSecrets();
  const { principals, roles, know } = createPrincipals();
  know((await loadProject()).wiring, secrets);
  const role = functionRole('signUpload', sources.signUpload.may, secrets);
  const sts = listener ?? createListener({ principals, roles, clock: () => now, log: () => undefined });
  const assume = createAssumeRole(
    {
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL_STS: await listenOn(sts),
      AWS_ACCESS_KEY_ID: role.accessKeyId,
      AWS_SECRET_ACCESS_KEY: role.secretAccessKey,
      AWS_SESSION_TOKEN: role.sessionToken,
      SESSION_ROLE_ARN: sessionRoleArn(of),
    },
    () => now,
  );
  return { assume, principals };
};

/** Gives a different response to the first `times` requests. */
const failing = (times: number, status: number, body: string): RequestListener & { readonly seen: string[] } => {
  const seen: string[] = [];
  const listener: RequestListener = (request, response) => {
    request.resume().once('end', () => {
      seen.push(String(request.headers.authorization));
      response.writeHead(seen.length <= times ? status : 200).end(seen.length <= times ? body : answer);
    });
  };
  return Object.assign(listener, { seen });
};

const credentials = (expiration = '2026-01-31T13:00:00Z') =>
  '<Credentials><AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>a/b+c=</SecretAccessKey>' +
  `<SessionToken>IQoJ/+==</SessionToken><Expiration>${expiration}</Expiration></Credentials>`;
const answer = `<AssumeRoleResponse><AssumeRoleResult>${credentials()}</AssumeRoleResult></AssumeRoleResponse>`;
const refusal = (code: string) => `<ErrorResponse><Error><Code>${code}</Code></Error></ErrorResponse>`;

describe('a function that asks STS for a session', () => {
  it('gets one that is tagged with the owner and named after them, for an hour', async () => {
    const { assume, principals } = await assumeAt();

    const { credentials: keys, endsAt } = await assume('ann');

    const session = principals.get(keys.accessKeyId, keys.sessionToken);
    expect(session).toMatchObject({
      arn: 'arn:aws:sts::000000000000:assumed-role/signUpload-session/ann',
      secretAccessKey: keys.secretAccessKey,
    });
    const put = (key: string) => ({ action: 's3:PutObject', resource: `arn:aws:s3:::myfiles-bytes-local/${key}` });
    expect([session?.allows?.(put('uploads/ann/1')), session?.allows?.(put('uploads/bob/1'))]).toEqual([true, false]);
    expect(new Date(endsAt).toISOString()).toBe('2026-01-31T13:00:00.000Z');
  });

  it('is refused that of another function, once', async () => {
    const { assume } = await assumeAt(undefined, 'signDownload');

    await expect(assume('ann')).rejects.toMatchObject({ name: 'SessionRefused', status: 403, code: 'AccessDenied' });
  });

  it.each([
    ['is broken', 503, ''],
    ['is asked too often', 400, refusal('Throttling')],
  ])('tries again where STS %s, twice', async (_, status, body) => {
    const twice = failing(2, status, body);
    const thrice = failing(3, status, body);

    const { assume } = await assumeAt(twice);
    expect((await assume('ann')).credentials).toEqual({
      accessKeyId: 'ASIA1',
      secretAccessKey: 'a/b+c=',
      sessionToken: 'IQoJ/+==',
    });
    await expect((await assumeAt(thrice)).assume('ann')).rejects.toThrow(SessionRefused);
    expect([twice.seen.length, thrice.seen.length]).toEqual([3, 3]);
  });

  it('asks once where STS says no', async () => {
    const denied = failing(9, 403, refusal('AccessDenied'));

    await expect((await assumeAt(denied)).assume('ann')).rejects.toThrow('STS gave no session: 403 AccessDenied');
    expect(denied.seen).toHaveLength(1);
  });

  it('says so where nobody answers', async () => {
    const { assume } = await assumeAt((request) => request.destroy());

    await expect(assume('ann')).rejects.toThrow(StsUnreachable);
  });

  it.each([
    ['no XML', '<html>'],
    ['no end', answer.replace(/<Expiration>.*<\/Expiration>/, '')],
    ['an end that is no time', `<a>${credentials('soon')}</a>`],
    ['two sessions', answer + answer],
    ['a key with markup in it', answer.replace('ASIA1', 'AS&amp;A1')],
  ])('takes no answer with %s', async (_, body) => {
    const { assume } = await assumeAt(failing(9, 200, body));

    await expect(assume('ann')).rejects.toThrow(SessionRefused);
  });
});
