import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../auth/caller';
import type { JsonObject } from '../../json';
import { createDeadline } from './createDeadline';
import type { RequestState } from './requestState';

/** AppSync gives a request 30 s. */
const timeLimitMilliseconds = 30_000;

export interface RequestFacts {
  readonly caller: Caller;
  readonly headers: IncomingHttpHeaders;
  readonly address: string | undefined;
  readonly variables: JsonObject;
  readonly isTooDeep: boolean;
}

/** The state of a new request; its deadline must be cleared at the end. */
export const createRequestState = ({ caller, headers, address, variables, isTooDeep }: RequestFacts): RequestState => ({
  caller,
  identity: caller.identity(plain(address)),
  request: JSON.stringify({ headers, domainName: null }),
  variables: JSON.stringify(variables),
  isTooDeep,
  deadline: createDeadline(timeLimitMilliseconds),
  resolversStarted: 0,
  batches: new Map(),
  appended: [],
  headers: {},
  invalidations: new Set(),
  subscription: {},
});

/** A dual-stack socket reports an IPv4 address as `::ffff:127.0.0.1`. */
const plain = (address = ''): string => address.replace(/^::ffff:/, '');
