import { lambdaSources } from '../../../infra/wiring';
import { bytes, owner } from './forbidden';
import type { Call } from './simulate';

/** A call in one person's session, on a resource of theirs or of another person. */
export type CallOf = readonly [what: string, call: (whose: string) => Call];

export const stranger = '9d02b7aa';

/** The calls each session may make on its owner's bytes; s3:ListBucket with a prefix, which a HEAD does not name. */
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

/** The functions that work in per-owner sessions. */
export const sessionFunctions: readonly string[] = lambdaSources.flatMap(([name, { may }]) =>
  may.ownersBytes ? [name] : [],
);
