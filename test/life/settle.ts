import { InvokeCommand } from '@aws-sdk/client-lambda';
import { expect } from 'vitest';
import { totalsOf } from '../../functions/reconcile/totals';
import { DeleteFiles } from '../../schema/generated/amplify';
import { replayLetters } from '../../tools/replay/replayLetters';
import { expectInvariants } from './expectInvariants';
import { countedOf, rowsOf, storedOf } from './sights';
import { passHours, type World } from './world';

const patience = { timeout: 60_000, interval: 50 };

/** Waits until followTable has reached the end of the stream; replays the batches it failed on for good. */
export const drain = async ({ twin, people }: World): Promise<void> => {
  await twin.trouble(false);
  const { queue, streams, functions } = twin.clients();
  const queueUrl = twin.endpoints().deadLetterQueue;
  const services = { queueUrl, queue, streams, functions, close: () => undefined };
  const differences = async () => {
    await replayLetters(services, () => undefined);
    const totals = people.map(async ({ sub }) => {
      const [rows, counted] = [await rowsOf(twin, sub), await countedOf(twin, sub)];
      return { rows: totalsOf(rows.values()), counted };
    });
    return (await Promise.all(totals)).filter(({ rows, counted }) => JSON.stringify(rows) !== JSON.stringify(counted));
  };
  await expect.poll(differences, patience).toEqual([]);
};

/** At rest, nothing is pending, the other rows have exactly their bytes, and deleted files have left nothing behind. */
export const expectAtRest = async (world: World): Promise<void> => {
  await drain(world);
  await passHours(world, pendingAndGraceHours);
  await expect.poll(() => pendingLeft(world), patience).toEqual([]);
  await drain(world);
  const { FunctionError } = await reconcile(world);
  expect(FunctionError).toBeUndefined();
  await expect.poll(() => bytesAstray(world), patience).toEqual([]);
  await expectInvariants(world);

  const second = await reconcile(world);
  expect(JSON.parse(Buffer.from(second.Payload ?? []).toString())).toMatchObject(nothingFound);

  for (const { sub, ask } of world.people) {
    const fileIds = [...(await rowsOf(world.twin, sub)).keys()];
    if (fileIds.length > 0) await ask(DeleteFiles, { input: { fileIds, permanent: true } });
  }
  await drain(world);
  await expect.poll(() => bytesAstray(world), patience).toEqual([]);
  for (const { sub } of world.people) {
    expect((await rowsOf(world.twin, sub)).size).toBe(0);
    expect(await countedOf(world.twin, sub)).toEqual(totalsOf([]));
  }
};

/** A pending upload lives for a day, and storage accepts its bytes a little longer. */
const pendingAndGraceHours = 26;

const nothingFound = {
  expiredRows: 0,
  orphanVersions: 0,
  orphanUploads: 0,
  staleVersions: 0,
  rowsWithoutBytes: 0,
  usageTooLow: 0,
  usageTooHigh: 0,
};

const reconcile = ({ twin }: World) =>
  twin.clients().functions.send(new InvokeCommand({ FunctionName: 'reconcile', Payload: '{}' }));

const pendingLeft = async ({ twin, people }: World): Promise<string[]> => {
  const rows = await Promise.all(people.map(({ sub }) => rowsOf(twin, sub)));
  return rows.flatMap((some) =>
    [...some.values()].flatMap(({ Status, FileId }) => (Status === 'PENDING' ? FileId : [])),
  );
};

/** The people for whom storage holds anything but the versions that their rows name. */
const bytesAstray = async ({ twin, people }: World) => {
  const sights = people.map(async ({ sub }) => {
    const [rows, stored] = [await rowsOf(twin, sub), await storedOf(twin, sub)];
    const pinned = [...rows.values()].map(({ S3Key, VersionId }) => `${S3Key} ${VersionId}`).sort();
    return { pinned: { versions: pinned, uploads: [] }, stored };
  });
  return (await Promise.all(sights)).filter(({ pinned, stored }) => JSON.stringify(pinned) !== JSON.stringify(stored));
};
