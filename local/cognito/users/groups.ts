import { resourceNotFound } from '../errors';
import type { PoolStore } from '../store/poolStore';
import type { Group, User } from '../store/rows';

/** A user's groups, ordered by precedence (the lowest number is the most important), then by name. */
export const groupsOf = (store: Pick<PoolStore, 'groups'>, user: User): readonly Group[] =>
  user.groups.flatMap((name) => store.groups.get(name) ?? []).sort(byImportance);

/** The group of this name, or ResourceNotFoundException. */
export const requireGroup = (store: Pick<PoolStore, 'groups'>, name: string): Group => {
  const group = store.groups.get(name);
  if (group === undefined) throw resourceNotFound('Group not found.');
  return group;
};

const byImportance = (one: Group, other: Group): number =>
  (one.precedence ?? Infinity) === (other.precedence ?? Infinity)
    ? one.id.localeCompare(other.id)
    : (one.precedence ?? Infinity) - (other.precedence ?? Infinity);
