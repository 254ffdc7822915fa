import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../../clock';
import type { Answer } from '../../signatures/serveSigned';
import type { LocalFunctions } from '../openFunctions';

/** What an operation is asked, and what it works with. */
export interface Call {
  readonly functions: LocalFunctions;
  /** The function's own name; empty when the operation is about none. */
  readonly name: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly requestId: string;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

export type Operation = (call: Call) => Promise<Answer> | Answer;
