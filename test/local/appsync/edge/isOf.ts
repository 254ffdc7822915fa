import { fieldArn } from '../../../../local/appsync/names';
import type { Want } from '../../../../local/signatures/principal';

/** A policy that allows some root fields. */
export const isOf =
  (fields: readonly string[]) =>
  ({ action, resource }: Want): boolean =>
    action === 'appsync:GraphQL' && fields.some((field) => fieldArn(field) === resource);
