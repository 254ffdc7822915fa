import { S3Client } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../local/clock';
import { startMemoryTwin } from '../../local/startMemoryTwin';
import type { Twin } from '../../local/twin';
import type { GeneratedMutation, GeneratedQuery } from '../../schema/generated/amplify';
import { signUpActor } from '../contract/signUpActor';

/** Sends one of the contract's documents; rejects with the first error's `errorType`. */
export type Ask = <Variables, Result>(
  document: GeneratedQuery<Variables, Result> | GeneratedMutation<Variables, Result>,
  variables: Variables,
) => Promise<Result>;

export interface Session {
  readonly twin: Twin;
  readonly ask: Ask;
  /** The person's access token. */
  readonly token: string;
  /** An S3 client with the developer's credentials. */
  readonly s3: S3Client;
}

/** A twin in memory with one signed-in person, closed when the test ends. */
export const startSession = async (clock = systemClock): Promise<Session> => {
  const twin = await startMemoryTwin(process.pid, { clock });
  onTestFinished(twin.close);
  const { endpoints, developer } = twin;
  const { token } = await signUpActor(endpoints, 'owner@example.com');
  const { s3: endpoint, region } = endpoints;
  const s3 = new S3Client({ endpoint, region, forcePathStyle: true, credentials: developer });
  onTestFinished(() => s3.destroy());
  return { twin, s3, token, ask: askAs(endpoints.graphql, token) };
};

/** Sends requests to the API as one person. */
export const askAs =
  (graphql: string, token: string): Ask =>
  async (query, variables) => {
    const answer = await fetch(graphql, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = JSON.parse(await answer.text());
    if (errors) throw new Refused(errors[0].errorType, errors[0].message);
    return data;
  };

/** The API's refusal. */
export class Refused extends Error {
  override readonly name: string = 'Refused';

  constructor(
    readonly errorType: string,
    message: string,
  ) {
    super(message);
  }
}
