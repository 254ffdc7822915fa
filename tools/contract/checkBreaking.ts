import { buildSchema, findBreakingChanges } from 'graphql';
import { BreakingChange } from './errors';

/** A change that breaks clients on purpose: how the check words it, and why it is worth it. */
export interface Recorded {
  readonly change: string;
  readonly why: string;
}

/**
 * Refuses a contract that breaks a client of the released one, unless each break is recorded with its reason. A record
 * of a break that is none (any more) is refused as well.
 */
export const checkBreaking = (released: string, current: string, recorded: readonly Recorded[]): void => {
  const changes = findBreakingChanges(buildSchema(released), buildSchema(current)).map(
    ({ description }) => description,
  );
  const known = new Set(recorded.filter(({ why }) => why.trim() !== '').map(({ change }) => change));
  const problems = [
    ...changes.filter((change) => !known.has(change)).map((change) => `It breaks clients: ${change}`),
    ...recorded
      .filter(({ change }) => !changes.includes(change))
      .map(({ change }) => `It is recorded, but breaks nobody: ${change}`),
  ];
  if (problems.length === 0) return;
  throw new BreakingChange(
    [
      ...problems,
      'Keep what clients rely on, or record each change with its reason in schema/released/breaking.json.',
    ].join('\n'),
  );
};
