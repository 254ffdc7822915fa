import { createHash } from 'node:crypto';

/**
 * The unique id of a user, or a role's id and its session name.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export const callerId = (arn: string): string => {
  const [, role, session] = /:assumed-role\/([^/]+)\/(.+)$/.exec(arn) ?? [];
  return role === undefined ? `AIDA${idOf(arn)}` : `AROA${idOf(role)}:${session}`;
};

const idOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 17).toUpperCase();
