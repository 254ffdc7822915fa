import type { Context } from '@aws-appsync/utils';
import type { UserFile } from '../schema/generated/types';
import { toUserFile } from './shared/fileRow';

// loadUpload finds the caller's upload, proveUpload looks at the bytes, commitFile makes the row AVAILABLE.
export { request } from './shared/passOn';

export const response = (ctx: Context): UserFile => toUserFile(ctx.prev.result);
