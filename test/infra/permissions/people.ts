import { lambdaSources } from '../../../infra/wiring';
import { bytes, owner } from './forbidden';
import type { Call } from './simulate';

/** A call in a session for a person, on something that is theirs or another's. */
export type CallOf = readonly [what: string, call: (whose: string) => Call];

export const stranger = '9d02b7aa';

/** What each session may do, and does to the bytes of whom it is for. HEAD, which asks for a listing, names no prefix. */
export const sessionCalls: readonly CallOf[] = lambdaSources.flatMap(([name, { may }]) =>
  (may.ownersBytes ?? []).map((action): CallOf => {
    const session = { by: `session of ${name}`, owner, action };
    return [
      `${action} in a session of ${name}`,
      action === 's3:ListBucket'
        ? (whose) => ({ ...session, resource: bytes, context: { 's3:prefix': `uploads/${whose}/` } })
        : (whose) => ({ ...session, resource: `${bytes}/uploads/${whose}/2Yx9` }),
    ];
  }),
);

/** The functions that work in sessions. */
export const sessionFunctions: readonly string[] = lambdaSources.flatMap(([name, { may }]) =>
  may.ownersBytes ? [name] : [],
);
