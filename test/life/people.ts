import { Amplify } from 'aws-amplify';
import { randomUUID } from 'node:crypto';
import { resourcesConfig } from '../../local/endpoints';
import { askAs, type Ask } from '../clients/startSession';
import { signInActor, signUpActor } from '../contract/signUpActor';
import type { HeldTwin } from './holdTwin';

/** A person with files. */
export interface Person {
  readonly sub: string;
  readonly username: string;
  readonly ask: Ask;
}

/** Signs a new person up. */
export const createPerson = async (twin: HeldTwin): Promise<Person> => {
  const username = `${randomUUID()}@example.com`;
  return personOf(twin, username, await signUpActor(twin.endpoints(), username));
};

/** Signs a person in again after their token has expired. */
export const signInAgain = async (twin: HeldTwin, { username }: Person): Promise<Person> => {
  Amplify.configure(resourcesConfig(twin.endpoints()));
  return personOf(twin, username, await signInActor({ username, password: 'Correct-horse-7-battery' }));
};

const personOf = (twin: HeldTwin, username: string, { token }: { readonly token: string }): Person => {
  const { sub } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return { sub, username, ask: askAs(twin.endpoints().graphql, token) };
};
