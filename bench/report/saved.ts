import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../tools/paths';
import type { Result } from '../row';

/** The results kept with the project. */
export interface Saved {
  /** What they were measured on, in words. */
  readonly machine: string;
  readonly node: string;
  /** The day, ISO 8601. */
  readonly date: string;
  readonly results: readonly Result[];
}

export const savedFile = join(projectRoot, 'bench', 'saved.json');

/** The saved results; undefined when none were saved yet. */
export const readSaved = async (): Promise<Saved | undefined> => {
  try {
    return JSON.parse(await readFile(savedFile, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Newer results replace older ones of the same name; results of rows that no longer exist are dropped. */
export const mergeResults = (
  older: readonly Result[],
  newer: readonly Result[],
  names: readonly string[],
): readonly Result[] => {
  const byName = new Map([...older, ...newer].map((result) => [result.name, result]));
  return names.flatMap((name) => byName.get(name) ?? []);
};
