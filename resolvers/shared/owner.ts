import { util, type AppSyncIdentityCognito, type Context, type Identity } from '@aws-appsync/utils';

/** The owner of the files: always the `sub` of the caller's token. */
export const ownerOf = (ctx: Context): string => (isPoolUser(ctx.identity) ? ctx.identity.sub : util.unauthorized());

const isPoolUser = (identity: Identity): identity is AppSyncIdentityCognito =>
  !!identity && Object.hasOwn(identity, 'sub');
