import type { Context } from '@aws-appsync/utils';

/** Arguments that name one file, directly or in their `input`. */
export interface FileArgs {
  readonly fileId?: string;
  readonly input?: { readonly fileId: string };
}

/** The fileId in a field's arguments. */
export const fileIdOf = (ctx: Context<FileArgs>): string => ctx.args.input?.fileId ?? ctx.args.fileId ?? '';
