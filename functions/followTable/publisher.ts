import { SignatureV4 } from '@smithy/signature-v4';
import { PublishFileEvent } from '../../schema/generated/amplify';
import type { PublishFileEventInput } from '../../schema/generated/types';
import { credentialsOf } from '../shared/credentials';
import { required, type Environment } from '../shared/environment';
import { Sha256 } from '../shared/sha256';

/** The API did not publish an event. */
export class NotPublished extends Error {
  constructor(answer: string) {
    super(`The event was not published: ${answer}`);
    this.name = 'NotPublished';
  }
}

/** `row` is JSON text, as AWSJSON travels. */
export type FileEventInput = Omit<PublishFileEventInput, 'row'> & { readonly row: string };

/** Publishes one event. */
export type Publisher = (input: FileEventInput) => Promise<void>;

const patienceMilliseconds = 10_000;

/**
 * Publishes events to subscribers by the API's own mutation, signed with the credentials that Lambda puts into the
 * environment. Each has a request of its own, since several fields of one request need aliases, and a mutation under an
 * alias was seen to tell nobody: https://github.com/dillonkearns/elm-graphql/issues/106
 * https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#aws-iam-authorization
 */
export const createPublisher = (environment: Environment): Publisher => {
  const url = new URL(required(environment, 'GRAPHQL_URL'));
  const signer = new SignatureV4({
    service: 'appsync',
    region: required(environment, 'AWS_REGION'),
    credentials: credentialsOf(environment),
    sha256: Sha256,
  });
  return async (input) => {
    const body = JSON.stringify({ query: PublishFileEvent, variables: { input } });
    const { headers } = await signer.sign({
      method: 'POST',
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: {},
      headers: { host: url.host, 'content-type': 'application/json' },
      body,
    });
    const { host: _host, ...sent } = headers; // fetch writes it itself
    const signal = AbortSignal.timeout(patienceMilliseconds);
    const answer = await ask(url, { method: 'POST', headers: sent, body, signal });
    const text = await answer.text();
    const complaint = answer.ok ? errorsOf(text) : text;
    if (complaint !== undefined) throw new NotPublished(`${answer.status} ${complaint.slice(0, 500)}`);
  };
};

/**
 * Asks once more when the connection fails: Lambda stands still between two batches, and one that the API has closed
 * meanwhile is found out by using it. Events that were told are told again without harm.
 * https://github.com/nodejs/undici/issues/3492
 */
const ask = async (url: URL, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (error instanceof TypeError) return fetch(url, request); // what fetch calls a failure of the network
    throw error;
  }
};

/** The errors alone: what else is in the answer is the owner's, and the message ends in a log. */
const errorsOf = (text: string): string | undefined => {
  const { errors } = JSON.parse(text);
  return errors === undefined ? undefined : JSON.stringify(errors);
};
