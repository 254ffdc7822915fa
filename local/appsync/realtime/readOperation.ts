import type { LiveApi } from '../assembleApi';
import { chooseOperation } from '../documents/chooseOperation';
import type { PreparedDocument, PreparedOperation } from '../documents/createPreparer';
import { RequestRefused } from '../errors';
import type { WireError } from '../execution/wireError';
import { fromBody, type GraphqlRequest } from '../http/graphqlRequest';
import type { ApiLimits } from '../options';
import { StartRefused } from './errors';
import type { MessageError } from './messages';

/** A subscription that a client asks for, valid for the API. */
export interface RequestedOperation extends Pick<GraphqlRequest, 'query' | 'variables'> {
  readonly prepared: PreparedDocument;
  readonly operation: PreparedOperation;
}

/** Reads and checks the `data` of a `start` message; throws StartRefused or, if no operation is meant, BadRequest. */
export const readOperation = (data: string, api: LiveApi, { queryDepth }: ApiLimits): RequestedOperation => {
  const { query, variables, operationName } = orUnsupported(() => fromBody(Buffer.from(data)));
  const prepared = orUnsupported(() => api.prepare(query));
  const operation = chooseOperation(prepared, operationName);
  if (operation.node.operation !== 'subscription') throw unsupported(operation.node.operation);
  demandNoErrors(prepared.errors);
  if (queryDepth > 0 && operation.depth > queryDepth) {
    const message = `The query is deeper than ${queryDepth} levels.`;
    throw new StartRefused([{ errorType: 'QueryDepthLimitReached', message }]);
  }
  return { query, variables, prepared, operation };
};

/** Checks a subscription again if the API has been reloaded since it was read; throws StartRefused. */
export const demandStillValid = (query: string, before: LiveApi, now: LiveApi): void => {
  if (now !== before) demandNoErrors(orUnsupported(() => now.prepare(query)).errors);
};

export const demandNoErrors = (errors: readonly WireError[]): void => {
  if (errors.length > 0) throw new StartRefused(errors.map(toMessageError));
};

/** AppSync's refusal of anything but a subscription. */
export const unsupported = (what: string) =>
  new StartRefused([
    { errorType: 'UnsupportedOperation', message: `${what} not supported through the realtime channel` },
  ]);

/** A request or a document that cannot be read is "unknown", in AppSync's words. */
const orUnsupported = <Result>(read: () => Result): Result => {
  try {
    return read();
  } catch (error) {
    throw error instanceof RequestRefused ? unsupported('unknown') : error;
  }
};

const toMessageError = ({ errorType, message }: WireError): MessageError =>
  errorType ? { errorType, message } : { message };
