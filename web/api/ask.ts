import type { Api, Ask } from '../../schema/requests/api';
import { createApi } from '../../schema/requests/createApi';
import { isRefusal, Refused } from '../../schema/requests/errors';
import { isPassing } from '../../schema/requests/isPassing';
import type { WireError } from '../../schema/requests/wireErrors';
import { Unreachable } from './errors';
import { inTime } from './inTime';

/** Sends one of the contract's documents; rejects with Refused, Unreachable or Unanswered. Transient errors are retried. */
export const ask: Ask = (document, variables) => insist(() => once.ask(document, variables), isPassing);

const insist = async <Result>(
  question: () => Promise<Result>,
  mayPass: (error: unknown) => boolean,
  attempt = 0,
): Promise<Result> => {
  try {
    return await question();
  } catch (error) {
    if (!mayPass(error) || attempt === delays.length) throw error;
    await new Promise((resolve) => setTimeout(resolve, (delays[attempt] ?? 0) * (0.5 + Math.random())));
    return insist(question, mayPass, attempt + 1);
  }
};

const delays = [100, 300, 900];

const describe = ({ message = '', errorType, originalError, underlyingError, name }: WireError): Error => {
  if (errorType !== undefined) return new Refused(errorType, message);
  const cause = (originalError ?? underlyingError)?.name ?? name ?? '';
  return /network/i.test(`${cause} ${message}`) ? new Unreachable(message) : new Refused(cause || 'Unknown', message);
};

const amplify = createApi(describe);

const once: Api = {
  send: (query, variables) => inTime(amplify.send(query, variables)),
  ask: (document, variables) => inTime(amplify.ask(document, variables)),
};

const isBusy = (error: unknown): boolean => isRefusal(error, 'BUSY');

/**
 * The API for requests about many items. Only BUSY is retried here, since nothing was carried out then; other transient
 * errors are left to the caller, because a second ticket would be a second file.
 */
export const api: Api = {
  send: once.send,
  ask: (document, variables) => insist(() => once.ask(document, variables), isBusy),
};
