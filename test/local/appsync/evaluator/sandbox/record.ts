import { exit } from 'node:process';
import { servePipe } from '../../../../../local/appsync/evaluator/sandbox/servePipe';

const seen: string[] = [];

/** Answers each message with all that have come so far; ends at `exit`, and answers nothing from `hang` on. */
servePipe((kind) => {
  if (kind === 'exit') exit();
  if (kind === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  seen.push(kind);
  return seen.join(' ');
});
