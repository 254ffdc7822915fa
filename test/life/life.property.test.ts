import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { expectKept, type Claim } from './claims';
import { doers, type DeedName } from './deeds';
import { expectInvariants } from './expectInvariants';
import { holdTwin, type HeldTwin } from './holdTwin';
import { drain, expectAtRest } from './settle';
import { begin, sizes } from './uploading';
import { createWorld, passHours, restart, type World } from './world';

/** LIFE_RUNS=100 is for a long run; LIFE_SEED repeats one, as far as concurrent steps can be repeated. */
const numRuns = Number(process.env['LIFE_RUNS'] ?? 2);
const seed = Number(process.env['LIFE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const setup: { twin?: HeldTwin; close: () => Promise<void> } = { close: async () => undefined };

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-life-'));
  const twin = await holdTwin(folder);
  Object.assign(setup, {
    twin,
    close: async () => {
      await twin.end();
      await rm(folder, { recursive: true, force: true });
    },
  });
});
afterAll(() => setup.close());

const isDeedName = (name: string): name is DeedName => Object.hasOwn(doers, name);

const deed = fc.record({
  name: fc.oneof(
    fc.constantFrom<DeedName>('upload small', 'upload large', 'put', 'save', 'deliver again'),
    fc.constantFrom(...Object.keys(doers).filter(isDeedName)),
  ),
  who: fc.nat({ max: 1 }),
  /** Mostly false: people mostly act on their own files. */
  isStranger: fc.nat({ max: 7 }).map((number) => number === 0),
  upload: fc.nat(),
  picks: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
});

/** What happens after some concurrent deeds or, if it is a crash, in the middle of them. */
const event = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'nothing' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const), atCall: fc.integer({ min: 1, max: 25 }) }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'trouble' as const }, { kind: 'calm' as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'minutes' as const }, { kind: 'day' as const }) },
);

const life = fc.array(fc.record({ deeds: fc.array(deed, { minLength: 1, maxLength: 5 }), event }), {
  minLength: 4,
  maxLength: 10,
});

type Act = { deeds: readonly (typeof deed extends fc.Arbitrary<infer Deed> ? Deed : never)[] } & {
  readonly event: typeof event extends fc.Arbitrary<infer Event> ? Event : never;
};

const act = async (world: World, { deeds, event: { kind, ...more } }: Act): Promise<void> => {
  const { twin } = world;
  const before = world.rows;
  const claims: Claim[] = [];
  if ('atCall' in more) await twin.dieAtCall(more.atCall);
  await Promise.all(
    deeds.map(async ({ name, who: whoIs, isStranger, upload: pick, picks }) => {
      const who = world.people[whoIs] ?? world.people[0];
      const fitting = world.uploads.filter(({ owner }) => (owner === who?.sub) !== isStranger);
      const upload = fitting[pick % fitting.length];
      if (who === undefined || upload === undefined) return;
      try {
        await doers[name]({ world, who, upload, picks, claim: (claim) => void claims.push(claim) });
      } catch (error) {
        const isAssertion = error instanceof Error && error.name === 'AssertionError';
        if (isAssertion || kind !== 'crash') throw error; // after a crash the twin is dead, so errors are expected
      }
    }),
  );
  if (kind === 'crash') await restart(world);
  await expectInvariants(world);
  for (const fileId of new Set([...before.keys(), ...world.rows.keys()])) {
    const ofFile = claims.filter((claim) => claim.fileId === fileId);
    const [was, is] = [before.get(fileId), world.rows.get(fileId)];
    if (was !== undefined || ofFile.length > 0) expectKept(ofFile, { before: was, after: is, now: twin.now() });
  }
  if (kind === 'trouble' || kind === 'calm') await twin.trouble(kind === 'trouble');
  if (kind === 'minutes') await passHours(world, 1 / 6);
  // A stream keeps records for only a day, so followTable must catch up first.
  if (kind === 'day') await drain(world);
  if (kind === 'day') await passHours(world, 25);
};

describe('the life of files, among people at once, repeated deliveries and kill -9', () => {
  it(
    `keeps to what was promised, at every moment and at the end (seed ${seed})`,
    async () => {
      await fc.assert(
        fc.asyncProperty(life, async (acts) => {
          const { twin } = setup;
          if (twin === undefined) throw new Error('The twin has not been started.');
          const world = await createWorld(twin);
          for (const person of world.people) await begin(world, person, sizes.small);
          for (const next of acts) await act(world, next);
          await expectAtRest(world);
        }),
        { numRuns, seed, endOnFailure: true },
      );
    },
    60_000 * numRuns,
  );
});
