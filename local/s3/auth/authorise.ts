import { holds, refusalMessage, refusedOf, type Principal, type Want } from '../../signatures/principal';
import { S3Error } from '../errors';

/** Whether a principal may take an IAM action on `<bucket>` or `<bucket>/<key>`. */
export const isAllowed = (principal: Principal, action: string, resource: string): boolean =>
  refusedOf(principal, [{ action, resource: arnOf(resource) }]) === undefined;

/** Whether a principal may know what a bucket holds: that makes a difference where nothing is found. */
export const mayList = (principal: Principal, bucket: string): boolean =>
  holds(principal, { action: 's3:ListBucket', resource: arnOf(bucket) });

/** Refuses with AccessDenied what a principal may not do to `<bucket>` or `<bucket>/<key>`. */
export const authorise = (principal: Principal, action: string, resource: string, context?: Want['context']): void => {
  const want = { action, resource: arnOf(resource), ...(context && { context }) };
  if (refusedOf(principal, [want]) === undefined) return;
  // S3's spelling: the resource is quoted
  throw new S3Error('AccessDenied', {
    message: refusalMessage(principal, { action, resource: `"${want.resource}"` }),
  });
};

const arnOf = (resource: string): string => `arn:aws:s3:::${resource}`;
