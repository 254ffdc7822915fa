import type { Context } from '@aws-appsync/utils';

/** Arguments that name one file, themselves or in their input. */
export interface FileArgs {
  readonly fileId?: string;
  readonly input?: { readonly fileId: string };
}

/** The fileId that a field is called with. */
export const fileIdOf = (ctx: Context<FileArgs>): string => ctx.args.input?.fileId ?? ctx.args.fileId ?? '';
