import { buildSchema } from 'graphql';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { DeleteFile, MyFiles } from '../../schema/generated/amplify';
import type { RootField } from '../../resolvers/wiringTypes';
import { expectData, send, sendText, type Answer } from '../contract/send';
import { connect, subscribe } from '../contract/subscribe';
import { guest, owner, stranger, type Actor } from '../contract/target';
import { askTicket, storeFile } from '../contract/upload';
import { calls, type OwnersFile } from './calls';

const tampered = { token: owner.token?.replace(/\.[^.]+$/, '.AAAA') ?? '' };
const unsigned = {
  token: `${Buffer.from('{"alg":"none"}').toString('base64url')}.${owner.token?.split('.')[1] ?? ''}.`,
};

/** Who may do what: owners all with their own data, others nothing with it, nobody anything without a valid token. */
const outcomes: readonly (readonly [string, Actor, Readonly<Record<RootField, string>>])[] = [
  [
    'owner',
    owner,
    {
      'Query.myFiles': 'sees it',
      'Query.getDownloadUrl': 'sees it',
      'Query.getUploadProgress': 'sees it',
      'Mutation.getUploadPartUrls': 'sees it',
      'Mutation.abortUpload': 'sees it',
      'Mutation.getUploadUrl': 'succeeds',
      'Mutation.saveFileMetadata': 'sees it',
      'Query.getFile': 'sees it',
      'Query.myUsage': 'succeeds',
      'Query.uploadPolicy': 'succeeds',
      'Mutation.updateFile': 'sees it',
      'Mutation.deleteFile': 'sees it',
      'Mutation.deleteFiles': 'sees it',
      'Mutation.restoreFile': 'sees it',
      'Mutation.publishFileEvent': 'Unauthorized',
      'Subscription.onMyFileEvent': 'sees it',
    },
  ],
  [
    'stranger',
    stranger,
    {
      'Query.myFiles': 'succeeds',
      'Query.getDownloadUrl': 'NOT_FOUND',
      'Query.getUploadProgress': 'UPLOAD_NOT_FOUND',
      'Mutation.getUploadPartUrls': 'UPLOAD_NOT_FOUND',
      'Mutation.abortUpload': 'UPLOAD_NOT_FOUND',
      'Mutation.getUploadUrl': 'succeeds',
      'Mutation.saveFileMetadata': 'UPLOAD_NOT_FOUND',
      'Query.getFile': 'succeeds',
      'Query.myUsage': 'succeeds',
      'Query.uploadPolicy': 'succeeds',
      'Mutation.updateFile': 'NOT_FOUND',
      'Mutation.deleteFile': 'NOT_FOUND',
      'Mutation.deleteFiles': 'succeeds',
      'Mutation.restoreFile': 'NOT_FOUND',
      'Mutation.publishFileEvent': 'Unauthorized',
      'Subscription.onMyFileEvent': 'succeeds',
    },
  ],
  ...[
    ['guest', guest] as const,
    ['guest with garbage', { token: 'garbage' }] as const,
    ['guest with a tampered token', tampered] as const,
    ['guest with an unsigned token', unsigned] as const,
  ].map(
    ([name, actor]) =>
      [
        name,
        actor,
        {
          'Query.myFiles': '401',
          'Query.getDownloadUrl': '401',
          'Query.getUploadProgress': '401',
          'Mutation.getUploadPartUrls': '401',
          'Mutation.abortUpload': '401',
          'Mutation.getUploadUrl': '401',
          'Mutation.saveFileMetadata': '401',
          'Query.getFile': '401',
          'Query.myUsage': '401',
          'Query.uploadPolicy': '401',
          'Mutation.updateFile': '401',
          'Mutation.deleteFile': '401',
          'Mutation.deleteFiles': '401',
          'Mutation.restoreFile': '401',
          'Mutation.publishFileEvent': '401',
          'Subscription.onMyFileEvent': '401',
        },
      ] as const,
  ),
];

const outcomeOf = ({ status, data, errors }: Answer<unknown>, { fileId, pendingId }: OwnersFile): string => {
  if (status !== 200) return String(status);
  if (errors.length > 0) return String(errors[0]?.errorType);
  const text = JSON.stringify(data);
  return text.includes(fileId) || text.includes(pendingId) ? 'sees it' : 'succeeds';
};

describe.each(outcomes)('%s', (_name, actor, expected) => {
  it.each(Object.entries(calls))('calls %s', async (field, callOf) => {
    const { fileId: pendingId } = await askTicket(owner, { size: 100 * 1024 ** 2 });
    const file = { ...(await storeFile(owner, 'bytes')), pendingId };

    const answer = await sendText(actor, callOf(file));

    expect([field, outcomeOf(answer, file)]).toEqual(Object.entries(expected).find(([name]) => name === field));
  });

  it('calls Subscription.onMyFileEvent', async () => {
    const file = await storeFile(owner, 'bytes');

    expect(await outcomeOfSubscription(actor, file)).toBe(expected['Subscription.onMyFileEvent']);
  });
});

/** What an actor hears while the owner's file changes, up to a later event of a file of their own. */
const outcomeOfSubscription = async (actor: Actor, { fileId }: { readonly fileId: string }): Promise<string> => {
  const { greeting, socket } = await connect(actor);
  socket.terminate();
  if (greeting.type !== 'connection_ack') return String(greeting.payload?.errors?.[0]?.errorCode);
  const events = await subscribe(actor);
  const fileIds = (): string[] => events().map((event) => event.fileId);
  await expectData(send(owner, DeleteFile, { input: { fileId } }));
  const own = await storeFile(actor, 'my own');
  await expect.poll(fileIds, { timeout: 25_000 }).toContain(own.fileId);
  return fileIds().includes(fileId) ? 'sees it' : 'succeeds';
};

it('has a row for each field of the schema', async () => {
  const texts = ['appsync', 'schema'].map((name) => readFile(`schema/${name}.graphql`, 'utf8'));
  const schema = buildSchema((await Promise.all(texts)).join('\n'));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = roots.flatMap((type) => Object.keys(type?.getFields() ?? {}).map((name) => `${type?.name}.${name}`));

  for (const [, , expected] of outcomes) expect(Object.keys(expected).sort()).toEqual(fields.sort());
});

describe('a refused token', () => {
  it.each([guest, { token: 'garbage' }])('is answered in the words of AppSync (%j)', async (actor) => {
    const answer = await send(actor, MyFiles, {});

    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-amzn-errortype')).toBe('UnauthorizedException');
    expect(answer.errors).toEqual([{ errorType: 'UnauthorizedException', message: expect.any(String) }]);
  });
});
