import { extensions, util, type Context } from '@aws-appsync/utils';
import type { SubscriptionOnMyFileEventArgs } from '../schema/generated/types';
import { readFileId } from './shared/fileId';
import { ownerOf } from './shared/owner';

type Ctx = Context<SubscriptionOnMyFileEventArgs>;

/** Calls no source: the response handler sets the subscription's filter. */
export const request = (): object => ({ payload: null });

/** Lets through only events of the caller's own files, whatever the arguments are. */
export const response = (ctx: Ctx): null => {
  const mine = { userId: { eq: ownerOf(ctx) } };
  const fileId = ctx.args.fileId ?? null;
  const wanted = fileId === null ? mine : { ...mine, fileId: { eq: readFileId(fileId, 'NOT_FOUND') } };
  extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(wanted));
  return null;
};
