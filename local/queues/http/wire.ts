import type { IncomingMessage } from 'node:http';
import type { Answer } from '../../signatures/serveSigned';
import type { QueueError } from '../errors';
import type { JsonObject } from '../../json';

/** One of SQS's two protocols: how to read calls and write responses. */
export interface Wire {
  readonly contentType: string;
  readonly read: (request: IncomingMessage, body: string) => WireCall;
  readonly write: (call: WireCall, output: JsonObject, requestId: string) => string;
  readonly refuse: (error: QueueError, requestId: string) => Answer;
}

/** An operation's name, '' when the request has none, and its input. */
export interface WireCall {
  readonly name: string;
  readonly input: JsonObject;
}

/** Whose fault an error is, in the term of both protocols. */
export const faultOf = ({ statusCode }: QueueError): string => (statusCode < 500 ? 'Sender' : 'Receiver');
