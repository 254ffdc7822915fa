import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { crc32 } from 'node:zlib';
import type { Clock } from '../../clock';
import { BodyTooLarge } from '../../http/errors';
import { authorise } from '../../signatures/authorise';
import { AccessDenied, SignatureRefused } from '../../signatures/errors';
import type { Principals } from '../../signatures/principal';
import { serveSigned, type Answer } from '../../signatures/serveSigned';
import { wantsOf } from '../access/wantsOf';
import type { Dispatch } from '../dispatch';
import { InternalFailure, TableError, UnreadableRequest } from '../errors';
import { bodyOf } from './errorBody';
import { operationOf } from './operationOf';

interface ListenerOptions {
  /** Who may call; absent: any signer, with any key. */
  readonly principals?: Principals;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

/**
 * DynamoDB's JSON protocol: POST / with the operation in `x-amz-target`, JSON in and out.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
 */
export const createListener = (dispatch: Dispatch, options: ListenerOptions): RequestListener =>
  serveSigned({
    ...options,
    name: 'DynamoDB',
    maxBodyBytes: 16 * 1024 * 1024, // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
    contentType: 'application/x-amz-json-1.0',
    run: async ({ request, body, caller }) => {
      if (request.method === 'GET') return answerOf(200, 'healthy: dynamodb.us-east-1.amazonaws.com '); // AWS's own
      const operation = operationOf(request);
      const principal = caller();
      const input = parse(body);
      authorise(principal, wantsOf(operation, input));
      return answerOf(200, JSON.stringify(await dispatch(operation, input)));
    },
    refuse: (error) => {
      if (error instanceof BodyTooLarge) return refusal(new TableError('RequestEntityTooLarge', error.message, 413));
      if (error instanceof TableError) return refusal(error);
      if (error instanceof SignatureRefused || error instanceof AccessDenied) {
        return refusal(new TableError(error.name, error.message));
      }
      return undefined;
    },
    fail: () => refusal(new InternalFailure()),
  });

const parse = (body: Buffer): unknown => {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return value;
  } catch {
    throw new UnreadableRequest();
  }
};

const refusal = (error: TableError): Answer => answerOf(error.statusCode, bodyOf(error));

const answerOf = (status: number, body: string): Answer => ({
  status,
  headers: { 'x-amz-crc32': String(crc32(body)), 'x-amzn-requestid': randomBytes(20).toString('hex').toUpperCase() },
  body,
});
