import type { FileRow } from '../../resolvers/shared/fileRow';
import type { UploadTicket } from '../../schema/generated/types';
import type { HeldTwin } from './holdTwin';
import { createPerson, signInAgain, type Person } from './people';

/** The state of a run: a twin, two people, and the uploads that they hold tickets for. */
export interface World {
  readonly twin: HeldTwin;
  people: readonly Person[];
  readonly uploads: Upload[];
  /** The rows as last seen, by `fileId`. */
  rows: ReadonlyMap<string, FileRow>;
  /** The object versions whose bytes have been compared since the last restart. */
  readonly compared: Set<string>;
}

export interface Upload {
  readonly owner: string;
  readonly fileId: string;
  readonly promise: { readonly fileName: string; readonly contentType: string; readonly size: number };
  readonly bytes: Buffer;
  ticket: UploadTicket;
}

export const createWorld = async (twin: HeldTwin): Promise<World> => ({
  twin,
  people: [await createPerson(twin), await createPerson(twin)],
  uploads: [],
  rows: new Map(),
  compared: new Set(),
});

/** Moves the clock by some hours, after which everybody signs in again. */
export const passHours = async (world: World, hours: number): Promise<void> => {
  await world.twin.forward(hours);
  const people: Person[] = [];
  for (const person of world.people) people.push(await signInAgain(world.twin, person));
  world.people = people;
};

/** Kills and restarts the twin; afterwards all bytes are compared anew. */
export const restart = async ({ twin, compared }: World): Promise<void> => {
  await twin.restart();
  compared.clear();
};
