import type { IncomingMessage } from 'node:http';
import type { Answer } from '../../signatures/serveSigned';
import type { QueueError } from '../errors';
import type { JsonObject } from '../operations/input';

/** One of the two protocols that SQS is spoken to in: how calls are read and answers written. */
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

/** Who is to blame for an error, as both protocols say it. */
export const faultOf = ({ statusCode }: QueueError): string => (statusCode < 500 ? 'Sender' : 'Receiver');
