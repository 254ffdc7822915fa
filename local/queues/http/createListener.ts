import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { BodyTooLarge } from '../../http/errors';
import { readBody } from '../../http/readBody';
import { signatureComplaint } from '../../http/signatureComplaint';
import { InternalFailure, InvalidParameter, QueueError, UnsupportedOperation } from '../errors';
import { isJsonObject, type JsonObject } from '../operations/input';
import type { Operation, QueueTools } from '../operations/operation';
import { operations } from '../operations/operations';

interface Tools extends QueueTools {
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
      (result) => send(response, result),
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
    const text = (await readBody(request, maxBodyBytes)).toString();
    const complaint = signatureComplaint(request);
    if (complaint !== undefined) throw new QueueError(complaint.name, complaint.message, complaint.name, 403);
    return { status: 200, headers: {}, body: await operationOf(request)(parse(text), tools) };
  } catch (error) {
    if (error instanceof BodyTooLarge) return refusal(new InvalidParameter(error.message));
    if (error instanceof QueueError) return refusal(error);
    if (request.destroyed && !request.complete) throw error;
    tools.log(`SQS: a request failed: ${error instanceof Error ? error.stack : String(error)}`);
    return refusal(new InternalFailure());
  }
};

const operationOf = ({ method, headers }: IncomingMessage): Operation => {
  const target = String(headers['x-amz-target'] ?? '');
  const [, name = ''] = /^AmazonSQS\.(\w{1,64})$/.exec(target) ?? [];
  const operation = method === 'POST' && Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operation === undefined) {
    throw new UnsupportedOperation(name || 'requests in another protocol than JSON, as an old AWS CLI sends them');
  }
  return operation;
};

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
