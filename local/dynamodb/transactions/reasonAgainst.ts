import { EmptyKey, TableError } from '../errors';
import { isJsonObject } from '../../json';
import type { CancellationReason } from './errors';

/** Runs one action of a transaction and returns why it failed, `None` if it did not. */
export const reasonAgainst = (run: () => void): CancellationReason => {
  try {
    run();
    return { Code: 'None' };
  } catch (error) {
    const reason = error instanceof TableError && !(error instanceof EmptyKey) ? reasonOf(error) : undefined;
    if (reason === undefined) throw error;
    return reason;
  }
};

const reasonOf = ({ name, message, details }: TableError): CancellationReason | undefined => {
  if (name === 'ConditionalCheckFailedException') {
    const item = details['Item'];
    return { Code: 'ConditionalCheckFailed', Message: message, ...(isJsonObject(item) ? { Item: item } : {}) };
  }
  return name === 'ValidationException' ? { Code: 'ValidationError', Message: message } : undefined;
};
