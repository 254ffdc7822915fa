import { buildSchema, findBreakingChanges } from 'graphql';
import { BreakingChange } from './errors';

/** A deliberate breaking change: its description, exactly as the check prints it, and the reason for it. */
export interface Recorded {
  readonly change: string;
  readonly why: string;
}

/**
 * Refuses a contract that breaks clients of the released one, unless each breaking change is recorded with a reason.
 * A record of a change that breaks nobody (any more) is refused as well.
 */
export const checkBreaking = (released: string, current: string, recorded: readonly Recorded[]): void => {
  const changes = findBreakingChanges(buildSchema(released), buildSchema(current)).map(
    ({ description }) => description,
  );
  const known = new Set(recorded.filter(({ why }) => why.trim() !== '').map(({ change }) => change));
  const problems = [
    ...changes.filter((change) => !known.has(change)).map((change) => `Breaks clients: ${change}`),
    ...recorded
      .filter(({ change }) => !changes.includes(change))
      .map(({ change }) => `Recorded, but breaks nobody: ${change}`),
  ];
  if (problems.length === 0) return;
  throw new BreakingChange(
    [
      ...problems,
      'Keep what clients rely on, or record each change with its reason in schema/released/breaking.json.',
    ].join('\n'),
  );
};
