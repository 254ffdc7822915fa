import type { IncomingMessage, RequestListener } from 'node:http';
import { BodyTooLarge } from '../../http/errors';
import { authorise } from '../../signatures/authorise';
import { AccessDenied, SignatureRefused } from '../../signatures/errors';
import type { Principals } from '../../signatures/principal';
import { serveSigned, type Answer } from '../../signatures/serveSigned';
import { InternalFailure, InvalidParameter, NotAuthorised, QueueError, UnsupportedOperation } from '../errors';
import { queueArn } from '../names';
import { isJsonObject, type JsonObject } from '../operations/input';
import type { Operation, QueueTools } from '../operations/operation';
import { operations } from '../operations/operations';

interface Tools extends QueueTools {
  /** Who may call; absent: any signer, with any key. */
  readonly principals?: Principals | undefined;
  readonly log: (line: string) => void;
}

/**
 * SQS's JSON protocol: POST with the operation in `x-amz-target`, JSON in and out.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html
 */
export const createListener = (tools: Tools): RequestListener =>
  serveSigned({
    ...tools,
    name: 'SQS',
    maxBodyBytes: 2 * 1024 * 1024,
    contentType: 'application/x-amz-json-1.0',
    run: async ({ request, body, caller, signal }) => {
      const principal = caller();
      const { name, run } = operationOf(request);
      const input = parse(body.toString());
      authorise(principal, [{ action: `sqs:${name}`, resource: queueArnOf(input) }]);
      const output = await run(input, { ...tools, signal: AbortSignal.any([tools.signal, signal]) });
      return { status: 200, body: JSON.stringify(output) };
    },
    refuse: (error) => {
      if (error instanceof BodyTooLarge) return refusal(new InvalidParameter(error.message));
      if (error instanceof QueueError) return refusal(error);
      if (error instanceof SignatureRefused || error instanceof AccessDenied) return refusal(new NotAuthorised(error));
      return undefined;
    },
    fail: () => refusal(new InternalFailure()),
  });

const operationOf = ({ method, headers }: IncomingMessage): { readonly name: string; readonly run: Operation } => {
  const target = String(headers['x-amz-target'] ?? '');
  const [, name = ''] = /^AmazonSQS\.(\w{1,64})$/.exec(target) ?? [];
  const operation = method === 'POST' && Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operation === undefined) {
    throw new UnsupportedOperation(name || 'requests in another protocol than JSON, as an old AWS CLI sends them');
  }
  return { name, run: operation };
};

/** The ARN, for IAM, of the queue that a request names by URL or by name. */
const queueArnOf = ({ QueueUrl: url, QueueName: name }: JsonObject): string =>
  queueArn(String(name ?? String(url).split('/').at(-1)));

const parse = (text: string): JsonObject => {
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return value;
  } catch {
    // falls through: neither is an object
  }
  throw new InvalidParameter('The request body is not a JSON object.');
};

const refusal = ({ name, message, queryCode, statusCode }: QueueError): Answer => ({
  status: statusCode,
  headers: { 'x-amzn-query-error': `${queryCode};${statusCode < 500 ? 'Sender' : 'Receiver'}` },
  body: JSON.stringify({ __type: `com.amazonaws.sqs#${name}`, message }),
});
