import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../../clock';
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

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Operation = (call: Call) => Promise<Answer> | Answer;
