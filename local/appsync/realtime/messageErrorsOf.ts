import { traceOf } from '../../traceOf';
import { FieldFailure, RequestRefused } from '../errors';
import { ConnectionRefused, StartRefused } from './errors';
import type { MessageError } from './messages';
import { unsupported } from './readOperation';

type Log = (line: string) => void;

/** The errors that a client gets if its subscription does not start. */
export const messageErrorsOf = (error: unknown, log: Log): readonly MessageError[] | MessageError => {
  if (error instanceof StartRefused) return error.errors;
  if (error instanceof RequestRefused) return [{ errorType: error.errorType, message: error.message }];
  if (error instanceof FieldFailure) return [{ ...typeOf(error), message: error.message }];
  // It is nested too deeply for the stack, and so cannot be read.
  if (error instanceof RangeError) return unsupported('unknown').errors;
  return [unforeseen(error, log)];
};

/** The error that a client gets if its connection is refused. */
export const connectionErrorOf = (error: unknown, log: Log): MessageError => {
  if (error instanceof ConnectionRefused) return { message: error.message, errorCode: 400 };
  if (!(error instanceof RequestRefused)) return { ...unforeseen(error, log), errorCode: 500 };
  return { errorType: error.errorType, message: error.message, errorCode: error.statusCode };
};

const typeOf = ({ errorType }: FieldFailure) => (errorType === null ? {} : { errorType });

/** Logs an unexpected error; the client learns no details. */
const unforeseen = (error: unknown, log: Log): MessageError => {
  log(`AppSync: ${traceOf(error)}`);
  return { errorType: 'InternalFailure', message: 'An internal failure occurred.' };
};
