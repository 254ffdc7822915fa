import { S3Error } from '../errors';
import type { Principal } from '../options';

/**
 * Whether a principal may take an IAM action on `<bucket>` or `<bucket>/<key>`; `s3:Get*` and `s3:*` stand for all that
 * begin so.
 */
export const isAllowed = ({ may, onCall }: Principal, action: string, resource: string): boolean => {
  onCall?.(action, `arn:aws:s3:::${resource}`);
  return (
    may === undefined ||
    may.some((grant) => (grant.endsWith('*') ? action.startsWith(grant.slice(0, -1)) : action === grant))
  );
};

/** Refuses with AccessDenied what a principal may not do. */
export const authorise = (principal: Principal, action: string, resource: string): void => {
  if (isAllowed(principal, action, resource)) return;
  throw new S3Error('AccessDenied', {
    message: `User is not authorized to perform: ${action} on resource: "arn:aws:s3:::${resource}" because no identity-based policy allows the ${action} action`,
  });
};
