import { NoOwner } from './errors';

/** What resolvers add to the event of each call: the `sub` of the person whom it serves. */
export interface Owned {
  readonly owner: string;
}

/**
 * The owner that an event names. It becomes a session's name and tag, for which STS has rules of its own: held to less
 * than they allow, it is one segment of a key and no pattern.
 */
export const ownerOf = ({ owner }: Partial<Owned>): string => {
  if (typeof owner === 'string' && /^[\w-]{2,64}$/.test(owner)) return owner;
  throw new NoOwner();
};
