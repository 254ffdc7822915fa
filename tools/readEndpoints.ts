import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Endpoints } from '../local/endpoints';
import { CommandFailed } from './errors';

/** The needed endpoints, as the twin that runs on a data folder wrote them; CommandFailed if none runs on it. */
export const readEndpoints = async <Name extends keyof Endpoints>(
  directory: string,
  needed: readonly Name[],
): Promise<Pick<Endpoints, Name>> => {
  const file = join(directory, 'endpoints.json');
  const endpoints = await read(file);
  if (!says(endpoints, needed)) {
    throw new CommandFailed(`No twin is running with this data (${file}). Start it with: npm run dev`);
  }
  return endpoints;
};

const read = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined; // missing or truncated: either way, no running twin wrote it
  }
};

const says = <Name extends keyof Endpoints>(value: unknown, names: readonly Name[]): value is Pick<Endpoints, Name> =>
  typeof value === 'object' && value !== null && names.every((name) => Reflect.get(value, name) !== undefined);
