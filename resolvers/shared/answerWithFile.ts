import type { Context } from '@aws-appsync/utils';
import type { UserFile } from '../../schema/generated/types';
import { toUserFile } from './fileRow';

/** The response of a pipeline whose last step returned a row: the file as clients see it. */
export const response = (ctx: Context): UserFile => toUserFile(ctx.prev.result, null);
