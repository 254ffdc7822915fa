import { describe, expect, it } from 'vitest';
import { DeleteFile, PublishFileEvent, RestoreFile, UpdateFile } from '../../schema/generated/amplify';
import { expectData, errorTypeOf, send } from './send';
import { connect, realtimeUrl, subscribe, type FileEvent } from './subscribe';
import { guest, owner, stranger } from './target';
import { storeFile, uniqueName } from './upload';

const patience = { timeout: 25_000 };

/** What happened to a file, by the events that arrived: each once, even if it arrived several times or late. */
const storyOf = (events: readonly FileEvent[], file: { readonly fileId: string }): FileEvent['type'][] => {
  const types = events.flatMap(({ fileId, type }) => (fileId === file.fileId ? [type] : []));
  return types.filter((type, at) => types.indexOf(type) === at);
};

const rename = ({ fileId, version }: { fileId: string; version: number }, fileName = uniqueName()) =>
  expectData(send(owner, UpdateFile, { input: { fileId, version, fileName } }));

describe('onMyFileEvent', () => {
  it('tells the owner of each change of a file, with the file as it is then', async () => {
    const events = await subscribe(owner);
    const fileName = uniqueName();

    const file = await storeFile(owner, 'bytes');
    const { fileId } = file;
    await rename(file, fileName);
    await expectData(send(owner, DeleteFile, { input: { fileId } }));
    await expectData(send(owner, RestoreFile, { input: { fileId } }));
    await expectData(send(owner, DeleteFile, { input: { fileId, permanent: true } }));

    await expect
      .poll(() => storyOf(events(), file), patience)
      .toEqual(['UPLOADED', 'CHANGED', 'TRASHED', 'RESTORED', 'DELETED']);
    const changed = events().find((event) => event.fileId === fileId && event.type === 'CHANGED');
    expect(changed?.file).toMatchObject({ fileId, fileName, status: 'AVAILABLE', version: 2 });
  });

  it('tells of one file only, when it is asked for one', async () => {
    const [file, other] = [await storeFile(owner, 'one'), await storeFile(owner, 'other')];
    const events = await subscribe(owner, { fileId: file.fileId });

    await rename(other);
    await rename(file);

    await expect.poll(() => storyOf(events(), file), patience).toContain('CHANGED');
    expect(events().map(({ fileId }) => fileId)).not.toContain(other.fileId);
  });

  it('tells a stranger nothing, also when it is asked for the file by name', async () => {
    const file = await storeFile(owner, 'bytes');
    const [events, named] = [await subscribe(stranger), await subscribe(stranger, { fileId: file.fileId })];
    const ownersEvents = await subscribe(owner);

    await rename(file);
    await expect.poll(() => storyOf(ownersEvents(), file), patience).toContain('CHANGED');
    const own = await storeFile(stranger, 'my own');

    await expect.poll(() => storyOf(events(), own), patience).toEqual(['UPLOADED']);
    const [{ userId } = { userId: '' }] = events().filter(({ fileId }) => fileId === own.fileId);
    expect(new Set(events().map((event) => event.userId))).toEqual(new Set([userId]));
    expect(named()).toEqual([]);
  });

  it.each([
    ['without a token', guest],
    ['with garbage for a token', { token: 'garbage' }],
  ])('refuses a guest %s the connection', async (_how, actor) => {
    const { greeting } = await connect(actor);

    expect(greeting).toMatchObject({
      type: 'connection_error',
      payload: { errors: [{ errorType: 'UnauthorizedException' }] },
    });
  });

  it('lets no signed-in user publish an event', async () => {
    const file = await storeFile(owner, 'bytes');
    const events = await subscribe(owner, { fileId: file.fileId });
    const input = {
      userId: 'any',
      fileId: file.fileId,
      type: 'DELETED' as const,
      at: '2026-11-25T08:00:00Z',
      row: '{}',
    };

    const answers = [await send(owner, PublishFileEvent, { input }), await send(stranger, PublishFileEvent, { input })];
    await rename(file);

    expect(answers.map(errorTypeOf)).toEqual(['Unauthorized', 'Unauthorized']);
    await expect.poll(() => storyOf(events(), file), patience).toContain('CHANGED');
    expect(storyOf(events(), file)).not.toContain('DELETED');
  });
});

describe('the real-time endpoint', () => {
  it.each([
    [
      'https://abc.appsync-api.eu-west-1.amazonaws.com/graphql',
      'wss://abc.appsync-realtime-api.eu-west-1.amazonaws.com/graphql',
    ],
    ['https://api.example.com/graphql', 'wss://api.example.com/graphql/realtime'],
    ['http://127.0.0.1:4100/graphql', 'ws://127.0.0.1:4100/graphql/realtime'],
  ])('of %s is %s', (url, expected) => {
    expect(realtimeUrl(url)).toBe(expected);
  });
});
