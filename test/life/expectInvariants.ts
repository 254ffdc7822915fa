import { expect } from 'vitest';
import { totalsOf } from '../../functions/reconcile/totals';
import type { FileRow } from '../../resolvers/shared/fileRow';
import { GetDownloadUrl, MyFilesWithUrls, MyUsage } from '../../schema/generated/amplify';
import { most } from './limits';
import type { Person } from './people';
import { bytesBehind, countedOf, rowsOf, sizeBehind } from './sights';
import type { World } from './world';

/** What holds whenever no client waits for a response, however far followTable has got. */
export const expectInvariants = async (world: World): Promise<void> => {
  const seen = new Map<string, FileRow>();
  for (const person of world.people) {
    await expectQuotaKept(world, person);
    const rows = await rowsOf(world.twin, person.sub);
    await expectExactBytes(world, rows);
    await expectOwnFilesListed(world, person, rows);
    for (const [fileId, row] of rows) seen.set(fileId, row);
  }
  world.rows = seen;
};

/** Counted usage never exceeds the quota, and is never less than what exists. */
const expectQuotaKept = async ({ twin }: World, { sub, ask }: Person): Promise<void> => {
  const before = await rowsOf(twin, sub);
  const { myUsage } = await ask(MyUsage, {});
  const counted = await countedOf(twin, sub);
  const after = await rowsOf(twin, sub);

  // Rows may expire meanwhile, and the count then drops.
  const least = totalsOf([...after.values()].filter(({ FileId }) => before.has(FileId)));
  expect(counted.TotalBytes).toBeGreaterThanOrEqual(least.TotalBytes);
  expect(counted.TotalFiles).toBeGreaterThanOrEqual(least.TotalFiles);
  expect(counted.PendingBytes).toBeGreaterThanOrEqual(least.PendingBytes);
  expect(counted.PendingFiles).toBeGreaterThanOrEqual(least.PendingFiles);
  expect(counted.TotalBytes).toBeLessThanOrEqual(most.bytes);
  expect(counted.TotalFiles).toBeLessThanOrEqual(most.files);
  expect(counted.PendingFiles).toBeLessThanOrEqual(most.pending);
  expect(myUsage.usedBytes + myUsage.reservedBytes).toBeLessThanOrEqual(most.bytes);
};

/** An AVAILABLE or trashed file has exactly the promised bytes. */
const expectExactBytes = async (world: World, rows: ReadonlyMap<string, FileRow>): Promise<void> => {
  const { twin } = world;
  for (const [fileId, row] of rows) {
    if (row.Status !== 'AVAILABLE' && row.Status !== 'TRASHED') continue;
    try {
      await expectBytesOf(world, row);
    } catch (error) {
      const isStill = (await rowsOf(twin, row.UserId)).get(fileId)?.Status === row.Status;
      if (row.Status === 'AVAILABLE' || isStill) throw error; // a trashed file may have expired meanwhile
    }
  }
};

/** Only a crash could change a version's bytes, so they are compared once per life of the twin. */
const expectBytesOf = async ({ twin, uploads, compared }: World, row: FileRow): Promise<void> => {
  const { VersionId = '', FileId } = row;
  expect(VersionId).not.toBe('');
  const promised = uploads.find(({ fileId }) => fileId === FileId)?.bytes;
  if (compared.has(VersionId)) return expect(await sizeBehind(twin, row)).toBe(promised?.length);
  expect(promised?.equals(await bytesBehind(twin, row))).toBe(true);
  compared.add(VersionId);
};

/** A person sees exactly their AVAILABLE files, and cannot get at the bytes of any other. */
const expectOwnFilesListed = async (world: World, { sub, ask }: Person, rows: World['rows']): Promise<void> => {
  const { myFiles } = await ask(MyFilesWithUrls, { limit: 100 });
  const available = [...rows.values()].filter(({ Status }) => Status === 'AVAILABLE');
  expect(myFiles.items.map(({ fileId }) => fileId).sort()).toEqual(available.map(({ FileId }) => FileId).sort());
  const [newest] = myFiles.items;
  if (newest !== undefined) {
    const received = Buffer.from(await (await fetch(newest.downloadUrl ?? '')).arrayBuffer());
    expect(world.uploads.find(({ fileId }) => fileId === newest.fileId)?.bytes.equals(received)).toBe(true);
  }
  // Uploads that may have changed.
  const others = world.uploads.filter(({ owner, fileId }) => {
    const [was, is] = [world.rows.get(fileId)?.Status, rows.get(fileId)?.Status];
    return owner !== sub || (is !== 'AVAILABLE' && was !== is);
  });
  for (const { fileId } of others.slice(-5)) {
    await expect(ask(GetDownloadUrl, { fileId })).rejects.toMatchObject({ errorType: 'NOT_FOUND' });
  }
};
