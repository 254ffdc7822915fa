import type { Endpoints } from '../local/endpoints';
import { CommandFailed } from './errors';
import { readEndpoints } from './readEndpoints';

/** What a client needs to know about the twin. */
export const neededByClients = [
  'graphql',
  'userPool',
  'userPoolId',
  'userPoolClientId',
  'hostedUi',
  'region',
  'mailbox',
] as const;

export type ClientEndpoints = Pick<Endpoints, (typeof neededByClients)[number]>;

/** The endpoints of the twin that runs on a data folder; rejects with CommandFailed if it does not respond. */
export const findEndpoints = async (directory: string): Promise<ClientEndpoints> => {
  const endpoints = await readEndpoints(directory, neededByClients);
  try {
    await fetch(endpoints.mailbox);
    return endpoints;
  } catch (cause) {
    throw new CommandFailed('The twin does not answer. Start it with: npm run dev', { cause });
  }
};
