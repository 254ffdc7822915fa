import { assumeRole } from './assumeRole';
import { getCallerIdentity } from './getCallerIdentity';
import type { Operation } from './operation';

/** The operations of the twin's STS, by name. */
export const operations: Readonly<Record<string, Operation>> = {
  AssumeRole: assumeRole,
  GetCallerIdentity: getCallerIdentity,
};
