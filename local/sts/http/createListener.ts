import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { BodyTooLarge } from '../../http/errors';
import { readBody } from '../../http/readBody';
import { place } from '../../place';
import { authenticate } from '../../signatures/authenticate';
import { dateOf } from '../../signatures/dateOf';
import { SignatureRefused } from '../../signatures/errors';
import type { Principals } from '../../signatures/principal';
import { element, xmlDocument, type Element } from '../../xml';
import { InternalFailure, InvalidAction, NotSigned, StsError } from '../errors';
import type { Input, Operation, StsTools } from '../operations/operation';
import { operations } from '../operations/operations';

interface Tools extends StsTools {
  readonly principals: Principals;
  readonly log: (line: string) => void;
}

const maxBodyBytes = 128 * 1024;

/**
 * STS's wire: a form in, XML out, signed like everything else. There are no CORS headers: a page of a stranger must not
 * take roles. https://docs.aws.amazon.com/IAM/latest/UserGuide/programming.html
 */
export const createListener =
  (tools: Tools): RequestListener =>
  (request, response) => {
    const requestId = randomUUID();
    void answer(request, requestId, tools).then(
      ({ status, document }) => send(response, { status, document, requestId, date: dateOf(tools.clock) }),
      () => request.destroy(), // the client is gone
    );
  };

interface Answer {
  readonly status: number;
  readonly document: Element;
}

const answer = async (request: IncomingMessage, requestId: string, tools: Tools): Promise<Answer> => {
  try {
    const body = await readBody(request, maxBodyBytes);
    const input = inputOf(request, body);
    const { name, run } = operationOf(input);
    const caller = authenticate(request, body, { service: 'sts', region: place.region, ...tools });
    const result = element(`${name}Result`, run(input, caller, tools));
    const metadata = element('ResponseMetadata', [element('RequestId', requestId)]);
    return { status: 200, document: element(`${name}Response`, [result, metadata]) };
  } catch (error) {
    if (error instanceof BodyTooLarge) return refusal(new StsError('ValidationError', error.message, 413), requestId);
    if (error instanceof StsError) return refusal(error, requestId);
    if (error instanceof SignatureRefused) return refusal(new NotSigned(error), requestId);
    if (request.destroyed && !request.complete) throw error;
    tools.log(`STS: a request failed: ${error instanceof Error ? error.stack : String(error)}`);
    return refusal(new InternalFailure(), requestId);
  }
};

const inputOf = ({ url = '/', method }: IncomingMessage, body: Buffer): Input => {
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  return new Map([...new URLSearchParams(query), ...new URLSearchParams(method === 'POST' ? body.toString() : '')]);
};

const operationOf = (input: Input): { readonly name: string; readonly run: Operation } => {
  const name = input.get('Action');
  if (name === undefined)
    throw new StsError('MissingAction', 'The request is missing an action or a required parameter.');
  const version = input.get('Version') ?? '';
  const run = version === '2011-06-15' && Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (run === undefined) throw new InvalidAction(name.slice(0, 64), version.slice(0, 64));
  return { name, run };
};

const refusal = ({ code, message, statusCode }: StsError, requestId: string): Answer => ({
  status: statusCode,
  document: element('ErrorResponse', [
    element('Error', [
      element('Type', statusCode < 500 ? 'Sender' : 'Receiver'),
      element('Code', code),
      element('Message', message),
    ]),
    element('RequestId', requestId),
  ]),
});

const send = (
  response: ServerResponse,
  { status, document, requestId, date }: Answer & { readonly requestId: string; readonly date: string },
): void => {
  const text = xmlDocument(document, 'https://sts.amazonaws.com/doc/2011-06-15/');
  if (status === 413) response.setHeader('connection', 'close');
  response
    .writeHead(status, {
      'content-type': 'text/xml',
      'content-length': Buffer.byteLength(text),
      'x-amzn-requestid': requestId,
      date,
    })
    .end(text);
};
