import { SignatureV4 } from '@smithy/signature-v4';
import { PublishFileEvent } from '../../schema/generated/amplify';
import type { PublishFileEventInput } from '../../schema/generated/types';
import { credentialsOf } from '../shared/credentials';
import { required, type Environment } from '../shared/environment';
import { Sha256 } from '../shared/sha256';

/** The API did not publish an event. */
export class NotPublished extends Error {
  override readonly name = 'NotPublished';

  constructor(answer: string) {
    super(`The event was not published: ${answer}`);
  }
}

/** The mutation's input, with `row` as JSON text, the wire format of AWSJSON. */
export type FileEventInput = Omit<PublishFileEventInput, 'row'> & { readonly row: string };

/** Publishes one event. */
export type Publisher = (input: FileEventInput) => Promise<void>;

const patienceMilliseconds = 10_000;

/**
 * Publishes events to subscribers through the API's own mutation, signed with the credentials in Lambda's environment.
 * Each event is a request of its own: several fields in one request need aliases, and an aliased mutation was seen to
 * notify no subscriber: https://github.com/dillonkearns/elm-graphql/issues/106
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
    const { host: _host, ...sent } = headers; // fetch sets it itself
    const signal = AbortSignal.timeout(patienceMilliseconds);
    const answer = await ask(url, { method: 'POST', headers: sent, body, signal });
    const text = await answer.text();
    const complaint = answer.ok ? errorsOf(text) : text;
    if (complaint !== undefined) throw new NotPublished(`${answer.status} ${complaint.slice(0, 500)}`);
  };
};

/**
 * Retries once if the connection fails: Lambda freezes between batches, and a connection that the API has closed
 * meanwhile fails only on use. Publishing an event twice does no harm.
 * https://github.com/nodejs/undici/issues/3492
 */
const ask = async (url: URL, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (error instanceof TypeError) return fetch(url, request); // fetch's error for a network failure
    throw error;
  }
};

/** The errors only: the rest of the response is the owner's data, and the message ends up in a log. */
const errorsOf = (text: string): string | undefined => {
  const { errors } = JSON.parse(text);
  return errors === undefined ? undefined : JSON.stringify(errors);
};
