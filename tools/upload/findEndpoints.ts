import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Endpoints } from '../../local/endpoints';
import { UploadCommandFailed } from './errors';

const needed = ['graphql', 'userPool', 'userPoolId', 'userPoolClientId', 'hostedUi', 'region', 'mailbox'] as const;

export type UploadEndpoints = Pick<Endpoints, (typeof needed)[number]>;

/** Where the twin whose data folder it is answers; it was asked, and does. */
export const findEndpoints = async (directory: string): Promise<UploadEndpoints> => {
  const file = join(directory, 'endpoints.json');
  const endpoints = await read(file);
  if (endpoints === undefined) {
    throw new UploadCommandFailed(`No twin runs with this data (${file}). Start it with: npm run dev`);
  }
  try {
    await fetch(endpoints.mailbox);
    return endpoints;
  } catch {
    throw new UploadCommandFailed('The twin does not answer. Start it with: npm run dev');
  }
};

const read = async (file: string): Promise<UploadEndpoints | undefined> => {
  try {
    const endpoints: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isUploadEndpoints(endpoints) ? endpoints : undefined;
  } catch {
    return undefined; // Not there, or cut short: either way nobody who runs it wrote it.
  }
};

const isUploadEndpoints = (value: unknown): value is UploadEndpoints =>
  typeof value === 'object' && value !== null && needed.every((name) => typeof Reflect.get(value, name) === 'string');
