import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../auth/caller';
import type { JsonObject } from '../ports';
import { createDeadline } from './createDeadline';
import type { RequestState } from './requestState';

/** AppSync gives a request 30 s. */
const timeLimitMs = 30_000;

export interface RequestFacts {
  readonly caller: Caller;
  readonly headers: IncomingHttpHeaders;
  readonly address: string | undefined;
  readonly variables: JsonObject;
  readonly isTooDeep: boolean;
}

/** The state of a request that begins now; its deadline has to be cleared at the end. */
export const createRequestState = ({ caller, headers, address, variables, isTooDeep }: RequestFacts): RequestState => ({
  caller,
  identity: caller.identity(plain(address)),
  request: JSON.stringify({ headers, domainName: null }),
  variables: JSON.stringify(variables),
  isTooDeep,
  deadline: createDeadline(timeLimitMs),
  resolversStarted: 0,
  batches: new Map(),
  appended: [],
  headers: {},
  invalidations: new Set(),
  subscription: {},
});

/** A socket that speaks both families writes IPv4 as `::ffff:127.0.0.1`. */
const plain = (address = ''): string => address.replace(/^::ffff:/, '');
