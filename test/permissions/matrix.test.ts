import { describe, expect, it } from 'vitest';
import {
  AbortUpload,
  DeleteFile,
  DeleteFiles,
  GetDownloadUrl,
  GetFile,
  GetUploadPartUrls,
  GetUploadProgress,
  GetUploadUrl,
  MyFiles,
  MyUsage,
  PublishFileEvent,
  RestoreFile,
  SaveFileMetadata,
  UpdateFile,
  UploadPolicy,
} from '../../schema/generated/amplify';
import type { RootField } from '../../resolvers/wiringTypes';
import { send, type Answer } from '../contract/send';
import { guest, owner, stranger, type Actor } from '../contract/target';
import { askTicket, storeFile } from '../contract/upload';

interface OwnersFile {
  readonly fileId: string;
  readonly fileName: string;
  /** An upload in parts that is going on. */
  readonly pendingId: string;
}

/** Fields that are called over HTTP. */
type CalledField = Exclude<RootField, `Subscription.${string}`>;

/** How each field is called with something that belongs to the owner. */
const calls: Readonly<Record<CalledField, (actor: Actor, file: OwnersFile) => Promise<Answer<unknown>>>> = {
  'Query.myFiles': (actor, { fileName }) => send(actor, MyFiles, { filter: { fileNamePrefix: fileName } }),
  'Query.getDownloadUrl': (actor, { fileId }) => send(actor, GetDownloadUrl, { fileId }),
  'Query.getUploadProgress': (actor, { pendingId }) => send(actor, GetUploadProgress, { fileId: pendingId }),
  'Mutation.getUploadPartUrls': (actor, { pendingId }) =>
    send(actor, GetUploadPartUrls, { input: { fileId: pendingId, partNumbers: [1] } }),
  'Mutation.abortUpload': (actor, { pendingId }) => send(actor, AbortUpload, { input: { fileId: pendingId } }),
  'Mutation.getUploadUrl': (actor) =>
    send(actor, GetUploadUrl, { input: { fileName: 'new.png', contentType: 'image/png', size: 1 } }),
  'Mutation.saveFileMetadata': (actor, { fileId }) => send(actor, SaveFileMetadata, { input: { fileId } }),
  'Query.getFile': (actor, { fileId }) => send(actor, GetFile, { fileId }),
  'Query.myUsage': (actor) => send(actor, MyUsage),
  'Query.uploadPolicy': (actor) => send(actor, UploadPolicy),
  'Mutation.updateFile': (actor, { fileId }) =>
    send(actor, UpdateFile, { input: { fileId, version: 1, fileName: 'renamed.png' } }),
  'Mutation.deleteFile': (actor, { fileId }) => send(actor, DeleteFile, { input: { fileId } }),
  'Mutation.deleteFiles': (actor, { fileId }) => send(actor, DeleteFiles, { input: { fileIds: [fileId] } }),
  'Mutation.restoreFile': (actor, { fileId }) => send(actor, RestoreFile, { input: { fileId } }),
  // Nobody who signs in may say what happened to a file, not even to their own.
  'Mutation.publishFileEvent': (actor, { fileId }) =>
    send(actor, PublishFileEvent, {
      input: { userId: 'any', fileId, type: 'DELETED', at: '2026-11-22T08:00:00.000Z', row: '{}' },
    }),
};

const tampered = { token: owner.token?.replace(/\.[^.]+$/, '.AAAA') ?? '' };
const unsigned = {
  token: `${Buffer.from('{"alg":"none"}').toString('base64url')}.${owner.token?.split('.')[1] ?? ''}.`,
};

/** Who may do what: the owner's own data, nothing of it for others, nothing at all without a good token. */
const outcomes: readonly (readonly [string, Actor, Readonly<Record<CalledField, string>>])[] = [
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
  it.each(Object.entries(calls))('calls %s', async (field, call) => {
    const { fileId: pendingId } = await askTicket(owner, { size: 100 * 1024 ** 2 });
    const file = { ...(await storeFile(owner, 'bytes')), pendingId };

    const answer = await call(actor, file);

    expect([field, outcomeOf(answer, file)]).toEqual(Object.entries(expected).find(([name]) => name === field));
  });
});

describe('a refused token', () => {
  it.each([guest, { token: 'garbage' }])('is answered in the words of AppSync (%j)', async (actor) => {
    const answer = await send(actor, MyFiles, {});

    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-amzn-errortype')).toBe('UnauthorizedException');
    expect(answer.errors).toEqual([{ errorType: 'UnauthorizedException', message: expect.any(String) }]);
  });
});
