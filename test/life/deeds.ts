import { expect } from 'vitest';
import { DeleteFiles, GetFile, GetUploadUrl } from '../../schema/generated/amplify';
import { Refused } from '../clients/startSession';
import { changes, type ChangeName } from './changes';
import type { Claim } from './claims';
import type { Person } from './people';
import { deliverAgain } from './redelivery';
import { begin, cut, faithful, send, sizes, swap } from './uploading';
import type { Upload, World } from './world';

/** The setting of a deed: who does it, and to which existing upload, their own or another's. */
interface Scene {
  readonly world: World;
  readonly who: Person;
  readonly upload: Upload;
  /** Random numbers to choose by. */
  readonly picks: readonly number[];
  /** Records the outcome for a file. */
  readonly claim: (claim: Claim) => void;
}

type Doer = (scene: Scene) => Promise<unknown>;

const change =
  (name: ChangeName): Doer =>
  async ({ who, upload, claim }) => {
    const { send: sendChange, leaves, refusals } = changes[name];
    if (who.sub !== upload.owner) return expectNothing(() => sendChange(who.ask, upload.fileId));
    const { fileId } = upload;
    try {
      await sendChange(who.ask, fileId);
      claim({ fileId, outcome: 'done', leaves });
    } catch (error) {
      claim({ fileId, outcome: error instanceof Refused ? 'refused' : 'lost', leaves });
      if (!(error instanceof Refused)) throw error;
      expect(refusals).toContain(error.errorType);
    }
  };

/** A stranger is told that nothing is there. */
const expectNothing = async (call: () => Promise<unknown>): Promise<void> => {
  try {
    expect(JSON.stringify(await call())).toMatch(/^\{"\w+":\{"fileId":"\w+","file":null\}\}$/); // deleted, as before
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    expect(['NOT_FOUND', 'UPLOAD_NOT_FOUND']).toContain(error.errorType);
  }
};

const upload =
  (size: number): Doer =>
  async ({ world, who, claim }) => {
    const begun = await unlessRefused(() => begin(world, who, size), ['BUSY', 'QUOTA_EXCEEDED', 'TOO_MANY_UPLOADS']);
    if (begun === undefined) return;
    await send(begun, 1, faithful);
    if (size === sizes.large) await send(begun, 2, faithful);
    await doers.save({ world, who, upload: begun, picks: [], claim });
  };

const unlessRefused = async <Result>(call: () => Promise<Result>, refusals: string[]): Promise<Result | undefined> => {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    expect(refusals).toContain(error.errorType);
    return undefined;
  }
};

const deleteMany =
  (permanent: boolean): Doer =>
  async ({ world, who, claim }) => {
    const isKept = (fileId: string): boolean => ['AVAILABLE', 'TRASHED'].includes(world.rows.get(fileId)?.Status ?? '');
    const fileIds = world.uploads.flatMap(({ owner, fileId }) => (owner === who.sub && isKept(fileId) ? [fileId] : []));
    if (fileIds.length === 0) return;
    const leaves = permanent ? undefined : 'TRASHED';
    const claimAll = (outcome: Claim['outcome'], ids = fileIds) =>
      ids.forEach((fileId) => claim({ fileId, outcome, leaves }));
    try {
      const { deleteFiles } = await who.ask(DeleteFiles, { input: { fileIds, permanent } });
      claimAll(
        'done',
        deleteFiles.map(({ fileId }) => fileId),
      );
    } catch (error) {
      claimAll(error instanceof Refused ? 'refused' : 'lost');
      if (!(error instanceof Refused)) throw error;
      expect(error.errorType).toBe('BUSY');
    }
  };

export const doers = {
  'upload small': upload(sizes.small),
  'upload large': upload(sizes.large),
  'begin small': ({ world, who }) =>
    unlessRefused(() => begin(world, who, sizes.small), ['BUSY', 'QUOTA_EXCEEDED', 'TOO_MANY_UPLOADS']),
  'begin large': ({ world, who }) =>
    unlessRefused(() => begin(world, who, sizes.large), ['BUSY', 'QUOTA_EXCEEDED', 'TOO_MANY_UPLOADS']),
  renew: async ({ who, upload: { promise, fileId, ...held }, upload: whole }) => {
    const renewed = await unlessRefused(
      () => who.ask(GetUploadUrl, { input: { ...promise, fileId } }),
      ['UPLOAD_NOT_FOUND'],
    );
    if (renewed === undefined) return;
    expect(who.sub).toBe(held.owner);
    whole.ticket = renewed.getUploadUrl;
  },
  put: ({ upload: it }) => send(it, 1, faithful),
  'put part 2': ({ upload: it }) => send(it, 2, faithful),
  'put too little': ({ upload: it }) => send(it, 1, cut),
  'put other bytes': ({ upload: it }) => send(it, 1, swap),
  'put other bytes as part 2': ({ upload: it }) => send(it, 2, swap),
  look: async ({ who, upload: { fileId, owner } }) => {
    const { getFile } = await who.ask(GetFile, { fileId });
    if (who.sub !== owner) expect(getFile).toBeNull();
  },
  save: change('save'),
  rename: change('rename'),
  trash: change('trash'),
  restore: change('restore'),
  remove: change('remove'),
  abort: change('abort'),
  'trash many': deleteMany(false),
  'remove many': deleteMany(true),
  'deliver again': ({ world, picks }) => deliverAgain(world, picks),
} as const satisfies Record<string, Doer>;

export type DeedName = keyof typeof doers;
