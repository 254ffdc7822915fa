import { assumeRole } from './assumeRole';
import { getCallerIdentity } from './getCallerIdentity';
import type { Operation } from './operation';

/** What the twin's STS does. */
export const operations: Readonly<Record<string, Operation>> = {
  AssumeRole: assumeRole,
  GetCallerIdentity: getCallerIdentity,
};
