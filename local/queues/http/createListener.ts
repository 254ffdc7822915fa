import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { BodyTooLarge } from '../../http/errors';
import { readBody } from '../../http/readBody';
import { place } from '../../place';
import { authenticate } from '../../signatures/authenticate';
import { dateOf } from '../../signatures/dateOf';
import { authorise } from '../../signatures/authorise';
import { AccessDenied, SignatureRefused } from '../../signatures/errors';
import type { Principals } from '../../signatures/principal';
import { InternalFailure, InvalidParameter, NotAuthorised, QueueError, UnsupportedOperation } from '../errors';
import { queueArn } from '../names';
import { isJsonObject, type JsonObject } from '../operations/input';
import type { Operation, QueueTools } from '../operations/operation';
import { operations } from '../operations/operations';

interface Tools extends QueueTools {
  /** Who may call; absent: whoever signs, with any key. */
  readonly principals?: Principals | undefined;
  readonly log: (line: string) => void;
}

const maxBodyBytes = 2 * 1024 * 1024;

/**
 * SQS's wire: POST with the operation in `x-amz-target`, JSON in and out. There are no CORS headers: a page of a
 * stranger must not read the queues of whoever runs the twin.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html
 */
export const createListener =
  (tools: Tools): RequestListener =>
  (request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const signal = AbortSignal.any([tools.signal, gone.signal]);
    void answer(request, { ...tools, signal }).then(
      ({ headers, ...result }) => send(response, { ...result, headers: { date: dateOf(tools.clock), ...headers } }),
      () => request.destroy(), // the client is gone
    );
  };

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonObject;
}

const answer = async (request: IncomingMessage, tools: Tools): Promise<Answer> => {
  try {
    const body = await readBody(request, maxBodyBytes);
    const caller = authenticate(request, body, { service: 'sqs', region: place.region, ...tools });
    const { name, run } = operationOf(request);
    const input = parse(body.toString());
    authorise(caller, [{ action: `sqs:${name}`, resource: queueArnOf(input) }]);
    return { status: 200, headers: {}, body: await run(input, tools) };
  } catch (error) {
    if (error instanceof BodyTooLarge) return refusal(new InvalidParameter(error.message));
    if (error instanceof QueueError) return refusal(error);
    if (error instanceof SignatureRefused || error instanceof AccessDenied) return refusal(new NotAuthorised(error));
    if (request.destroyed && !request.complete) throw error;
    tools.log(`SQS: a request failed: ${error instanceof Error ? error.stack : String(error)}`);
    return refusal(new InternalFailure());
  }
};

const operationOf = ({ method, headers }: IncomingMessage): { readonly name: string; readonly run: Operation } => {
  const target = String(headers['x-amz-target'] ?? '');
  const [, name = ''] = /^AmazonSQS\.(\w{1,64})$/.exec(target) ?? [];
  const operation = method === 'POST' && Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operation === undefined) {
    throw new UnsupportedOperation(name || 'requests in another protocol than JSON, as an old AWS CLI sends them');
  }
  return { name, run: operation };
};

/** The queue that a request is about, by its URL or its name; IAM is asked for its ARN. */
const queueArnOf = ({ QueueUrl: url, QueueName: name }: JsonObject): string =>
  queueArn(String(name ?? String(url).split('/').at(-1)));

const parse = (text: string): JsonObject => {
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return value;
  } catch {
    // falls through: both are no object
  }
  throw new InvalidParameter('The request body is not a JSON object.');
};

const refusal = ({ name, message, queryCode, statusCode }: QueueError): Answer => ({
  status: statusCode,
  headers: { 'x-amzn-query-error': `${queryCode};${statusCode < 500 ? 'Sender' : 'Receiver'}` },
  body: { __type: `com.amazonaws.sqs#${name}`, message },
});

const send = (response: ServerResponse, { status, headers, body }: Answer): void => {
  const text = JSON.stringify(body);
  response
    .writeHead(status, {
      'content-type': 'application/x-amz-json-1.0',
      'content-length': Buffer.byteLength(text),
      'x-amzn-requestid': randomUUID(),
      ...headers,
    })
    .end(text);
};
