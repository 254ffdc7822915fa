import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../../clock';
import type { Answer } from '../../signatures/serveSigned';
import type { LocalFunctions } from '../openFunctions';

/** A request to an operation, and what it needs to answer. */
export interface Call {
  readonly functions: LocalFunctions;
  /** The function's plain name; empty if the operation is not about one function. */
  readonly name: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly requestId: string;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

export type Operation = (call: Call) => Promise<Answer> | Answer;
