import type { RequestListener } from 'node:http';
import { BodyTooLarge } from '../../http/errors';
import { authorise } from '../../signatures/authorise';
import { AccessDenied, SignatureRefused } from '../../signatures/errors';
import type { Principals } from '../../signatures/principal';
import { serveSigned } from '../../signatures/serveSigned';
import { wantOf } from '../access/wantOf';
import { InternalFailure, InvalidParameter, NotAuthorised, QueueError, UnsupportedOperation } from '../errors';
import type { Operation, QueueTools } from '../operations/operation';
import { operations } from '../operations/operations';
import { jsonWire } from './jsonWire';
import { queryWire } from './queryWire';
import type { Wire } from './wire';

interface Tools extends QueueTools {
  /** Who may call; absent: any signer, with any key. */
  readonly principals?: Principals;
  readonly log: (line: string) => void;
}

/** Serves SQS in both of its protocols; only the JSON protocol has the header `x-amz-target`. */
export const createListener = (tools: Tools): RequestListener => {
  const inJson = serve(jsonWire, tools);
  const inXml = serve(queryWire, tools);
  return (request, response) => (request.headers['x-amz-target'] === undefined ? inXml : inJson)(request, response);
};

const serve = (wire: Wire, tools: Tools): RequestListener =>
  serveSigned({
    ...tools,
    name: 'SQS',
    maxBodyBytes: 2 * 1024 * 1024,
    contentType: wire.contentType,
    run: async ({ request, body, requestId, caller, signal }) => {
      const principal = caller();
      const call = wire.read(request, body.toString());
      const run = operationOf(call.name);
      authorise(principal, [wantOf(call.name, call.input)]);
      const output = await run(call.input, { ...tools, signal: AbortSignal.any([tools.signal, signal]) });
      return { status: 200, body: wire.write(call, output, requestId) };
    },
    refuse: (error, requestId) => {
      if (error instanceof BodyTooLarge) return wire.refuse(new InvalidParameter(error.message), requestId);
      if (error instanceof QueueError) return wire.refuse(error, requestId);
      const isNotAuthorised = error instanceof SignatureRefused || error instanceof AccessDenied;
      return isNotAuthorised ? wire.refuse(new NotAuthorised(error), requestId) : undefined;
    },
    fail: (requestId) => wire.refuse(new InternalFailure(), requestId),
  });

const operationOf = (name: string): Operation => {
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operation === undefined) throw new UnsupportedOperation(name.slice(0, 64) || 'a request that names no operation');
  return operation;
};
