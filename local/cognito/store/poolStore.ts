import { openCollection, type Collection } from './collection';
import { openStore, type Store } from './openStore';
import * as rows from './rows';

/** Everything that a pool stores. */
export interface PoolStore extends Store {
  /** Found by id or by `email:<address in lower case>`. */
  readonly users: Collection<rows.User>;
  /** Found by id or by `refresh:<hash>`. */
  readonly grants: Collection<rows.Grant>;
  readonly codes: Collection<rows.SentCode>;
  readonly letters: Collection<rows.Letter>;
  readonly failures: Collection<rows.FailedSignIns>;
  readonly signOuts: Collection<rows.EndedSession>;
  readonly spentSessions: Collection<rows.EndedSession>;
  readonly authorizations: Collection<rows.Authorization>;
  readonly groups: Collection<rows.Group>;
  readonly secrets: Collection<rows.Secret>;
}

/** Opens a pool's store: in `file` if given, else in memory only. */
export const openPoolStore = async (options: {
  readonly poolId: string;
  readonly file?: string;
}): Promise<PoolStore> => {
  const collections = {
    users: openCollection({ name: 'users', check: rows.user, keysOf: keysOfUser }),
    grants: openCollection({ name: 'grants', check: rows.grant, keysOf: (row) => [`refresh:${row.refreshHash}`] }),
    codes: openCollection({ name: 'codes', check: rows.sentCode }),
    letters: openCollection({ name: 'letters', check: rows.letter }),
    failures: openCollection({ name: 'failures', check: rows.failedSignIns }),
    signOuts: openCollection({ name: 'signOuts', check: rows.endedSession }),
    spentSessions: openCollection({ name: 'spentSessions', check: rows.endedSession }),
    authorizations: openCollection({ name: 'authorizations', check: rows.authorization }),
    groups: openCollection({ name: 'groups', check: rows.group }),
    secrets: openCollection({ name: 'secrets', check: rows.secret }),
  };
  return { ...collections, ...(await openStore({ ...options, collections: Object.values(collections) })) };
};

const keysOfUser = ({ attributes }: rows.User): readonly string[] =>
  attributes.email === undefined ? [] : [emailKey(attributes.email)];

/** The key by which a user is found by address, ignoring case. */
export const emailKey = (email: string) => `email:${email.toLowerCase()}`;
