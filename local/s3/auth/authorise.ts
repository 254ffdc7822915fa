import { S3Error } from '../errors';
import type { Principal } from '../options';

/** Whether a principal may take an IAM action; `s3:Get*` and `s3:*` stand for all that begin so. */
export const isAllowed = ({ may }: Principal, action: string): boolean =>
  may === undefined ||
  may.some((grant) => (grant.endsWith('*') ? action.startsWith(grant.slice(0, -1)) : action === grant));

/** Refuses with AccessDenied what a principal may not do. */
export const authorise = (principal: Principal, action: string, resource: string): void => {
  if (isAllowed(principal, action)) return;
  throw new S3Error('AccessDenied', {
    message: `User is not authorized to perform: ${action} on resource: "arn:aws:s3:::${resource}" because no identity-based policy allows the ${action} action`,
  });
};
