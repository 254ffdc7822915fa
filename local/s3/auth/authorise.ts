import { holds, refusalMessage, refusedOf, type Principal, type Want } from '../../signatures/principal';
import { S3Error } from '../errors';

/** Whether a principal is allowed an IAM action on `<bucket>` or `<bucket>/<key>`. */
export const isAllowed = (principal: Principal, action: string, resource: string): boolean =>
  refusedOf(principal, [{ action, resource: arnOf(resource) }]) === undefined;

/** Whether a principal may list a bucket, which decides the error when an object is not found. */
export const mayList = (principal: Principal, bucket: string): boolean =>
  holds(principal, { action: 's3:ListBucket', resource: arnOf(bucket) });

/** Throws AccessDenied unless a principal is allowed an action on `<bucket>` or `<bucket>/<key>`. */
export const authorise = (principal: Principal, action: string, resource: string, context?: Want['context']): void => {
  const want = { action, resource: arnOf(resource), ...(context && { context }) };
  if (refusedOf(principal, [want]) === undefined) return;
  // S3's spelling: the resource is quoted
  throw new S3Error('AccessDenied', {
    message: refusalMessage(principal, { action, resource: `"${want.resource}"` }),
  });
};

const arnOf = (resource: string): string => `arn:aws:s3:::${resource}`;
