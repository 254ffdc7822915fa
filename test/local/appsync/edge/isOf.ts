import { fieldArn } from '../../../../local/appsync/names';
import type { Want } from '../../../../local/signatures/principal';

/** The policy that allows some fields of the root types. */
export const isOf =
  (fields: readonly string[]) =>
  ({ action, resource }: Want): boolean =>
    action === 'appsync:GraphQL' && fields.some((field) => fieldArn(field) === resource);
