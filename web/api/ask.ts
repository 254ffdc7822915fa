import type { Api, Ask } from '../../schema/requests/api';
import { createApi, type WireError } from '../../schema/requests/createApi';
import { isRefusal, Refused } from '../../schema/requests/errors';
import { Unreachable } from './errors';

/** Sends one of the contract's documents; rejects with Refused or Unreachable. What was BUSY is asked again. */
export const ask: Ask = (document, variables) => unlessBusy(() => once.ask(document, variables));

const unlessBusy = async <Result>(question: () => Promise<Result>, attempt = 0): Promise<Result> => {
  try {
    return await question();
  } catch (error) {
    if (!isRefusal(error, 'BUSY') || attempt === busyDelays.length) throw error;
    await new Promise((resolve) => setTimeout(resolve, (busyDelays[attempt] ?? 0) * (0.5 + Math.random())));
    return unlessBusy(question, attempt + 1);
  }
};

const busyDelays = [100, 300, 900];

const describe = ({ message = '', errorType, originalError, name }: WireError): Error => {
  if (errorType !== undefined) return new Refused(errorType, message);
  const cause = originalError?.name ?? name ?? '';
  return /network/i.test(`${cause} ${message}`) ? new Unreachable(message) : new Refused(cause || 'Unknown', message);
};

const once = createApi(describe);

/** The API, for what asks of many things in one request. */
export const api: Api = { send: once.send, ask };
