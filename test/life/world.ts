import type { FileRow } from '../../resolvers/shared/fileRow';
import type { UploadTicket } from '../../schema/generated/types';
import type { HeldTwin } from './holdTwin';
import { createPerson, signInAgain, type Person } from './people';

/** All that there is: a twin, two people, and the uploads of which they hold a ticket. */
export interface World {
  readonly twin: HeldTwin;
  people: readonly Person[];
  readonly uploads: Upload[];
  /** The rows as they were last seen, by `fileId`. */
  rows: ReadonlyMap<string, FileRow>;
  /** Versions of objects whose bytes were compared in this life of the twin. */
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

/** Lets hours go by, after which everybody signs in again. */
export const passHours = async (world: World, hours: number): Promise<void> => {
  await world.twin.forward(hours);
  const people: Person[] = [];
  for (const person of world.people) people.push(await signInAgain(world.twin, person));
  world.people = people;
};

/** Kills the twin and starts it again: what it then says of bytes is another matter. */
export const restart = async ({ twin, compared }: World): Promise<void> => {
  await twin.restart();
  compared.clear();
};
