import { TableError } from '../errors';
import { isJsonObject } from '../json';

/** Turns what dynalite's code throws or calls back with into a TableError; undefined when it is no refusal. */
export const errorOf = (thrown: unknown): TableError | undefined => {
  if (thrown instanceof TableError) return thrown;
  if (!(thrown instanceof Error) || !('body' in thrown) || !isJsonObject(thrown.body)) return undefined;
  const { __type: type, message, Message } = thrown.body;
  if (typeof type !== 'string') return undefined;
  const text = typeof message === 'string' ? message : typeof Message === 'string' ? Message : thrown.message;
  return new TableError(type.slice(type.indexOf('#') + 1), text, 400);
};
