import { NoOwner } from './errors';

/** What resolvers add to the event of each call: the `sub` of the person served. */
export interface Owned {
  readonly owner: string;
}

/**
 * The owner that an event names, or NoOwner. It becomes a session's name and tag; stricter than STS's own rules, the
 * pattern ensures that it is one segment of a key and no wildcard.
 */
export const ownerOf = ({ owner }: Partial<Owned>): string => {
  if (typeof owner === 'string' && /^[\w-]{2,64}$/.test(owner)) return owner;
  throw new NoOwner();
};
