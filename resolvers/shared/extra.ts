import type { Context } from '@aws-appsync/utils';
import { limitOf } from './limit';
import { refuse } from './refuse';

/** `extra` as a JSON string, `'null'` when there is none; refuses with INVALID_EXTRA. */
export const readExtra = (ctx: Context, given: unknown): string => {
  const text = JSON.stringify(given ?? null);
  if (text !== 'null' && !text.startsWith('{')) refuse('INVALID_EXTRA', 'extra must be a JSON object.');
  const most = limitOf(ctx, 'MAX_EXTRA_CHARACTERS');
  if (text.length > most) refuse('INVALID_EXTRA', `extra may have at most ${most} characters of JSON.`);
  return text;
};
