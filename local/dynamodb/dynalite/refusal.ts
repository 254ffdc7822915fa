import { TableError } from '../errors';
import { isJsonObject } from '../../json';

/** Converts an error that dynalite throws or calls back with; undefined if it is not an exception of DynamoDB. */
export const errorOf = (thrown: unknown): TableError | undefined => {
  if (thrown instanceof TableError) return thrown;
  if (!(thrown instanceof Error) || !('body' in thrown) || !isJsonObject(thrown.body)) return undefined;
  const { __type: type, message, Message } = thrown.body;
  if (typeof type !== 'string') return undefined;
  const text = typeof message === 'string' ? message : typeof Message === 'string' ? Message : thrown.message;
  return new TableError(type.slice(type.indexOf('#') + 1), text, 400);
};
