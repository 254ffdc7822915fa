import type { IncomingMessage, RequestListener } from 'node:http';
import { BodyTooLarge } from '../../http/errors';
import { SignatureRefused } from '../../signatures/errors';
import type { Principals } from '../../signatures/principal';
import { serveSigned, type Answer } from '../../signatures/serveSigned';
import { element, xmlDocument, type Element } from '../../xml';
import { InternalFailure, InvalidAction, NotSigned, StsError } from '../errors';
import type { Input, Operation, StsTools } from '../operations/operation';
import { operations } from '../operations/operations';

interface Tools extends StsTools {
  readonly principals: Principals;
  readonly log: (line: string) => void;
}

/**
 * STS's query protocol: form parameters in, XML out, signed with SigV4.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/programming.html
 */
export const createListener = (tools: Tools): RequestListener =>
  serveSigned({
    ...tools,
    name: 'STS',
    maxBodyBytes: 128 * 1024,
    contentType: 'text/xml',
    run: ({ request, body, requestId, caller }) => {
      const input = inputOf(request, body);
      const { name, run } = operationOf(input);
      const result = element(`${name}Result`, run(input, caller(), tools));
      const metadata = element('ResponseMetadata', [element('RequestId', requestId)]);
      return { status: 200, body: textOf(element(`${name}Response`, [result, metadata])) };
    },
    refuse: (error, requestId) => {
      if (error instanceof BodyTooLarge) return refusal(new StsError('ValidationError', error.message, 413), requestId);
      if (error instanceof StsError) return refusal(error, requestId);
      return error instanceof SignatureRefused ? refusal(new NotSigned(error), requestId) : undefined;
    },
    fail: (requestId) => refusal(new InternalFailure(), requestId),
  });

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
  body: textOf(
    element('ErrorResponse', [
      element('Error', [
        element('Type', statusCode < 500 ? 'Sender' : 'Receiver'),
        element('Code', code),
        element('Message', message),
      ]),
      element('RequestId', requestId),
    ]),
  ),
});

const textOf = (document: Element): string => xmlDocument(document, 'https://sts.amazonaws.com/doc/2011-06-15/');
