import { refusalMessage, refusedOf, type Principal } from '../../signatures/principal';
import { S3Error } from '../errors';

/** Whether a principal may take an IAM action on `<bucket>` or `<bucket>/<key>`. */
export const isAllowed = (principal: Principal, action: string, resource: string): boolean =>
  refusedOf(principal, [{ action, resource: arnOf(resource) }]) === undefined;

/** Refuses with AccessDenied what a principal may not do. */
export const authorise = (principal: Principal, action: string, resource: string): void => {
  if (isAllowed(principal, action, resource)) return;
  // S3's spelling: the resource is quoted
  throw new S3Error('AccessDenied', {
    message: refusalMessage(principal, { action, resource: `"${arnOf(resource)}"` }),
  });
};

const arnOf = (resource: string): string => `arn:aws:s3:::${resource}`;
