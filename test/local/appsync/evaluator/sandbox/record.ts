import { exit } from 'node:process';
import { servePipe } from '../../../../../local/appsync/evaluator/sandbox/servePipe';

const seen: string[] = [];

/** Answers each message with all that have come so far; ends at `exit`. */
servePipe((kind) => {
  if (kind === 'exit') exit();
  seen.push(kind);
  return seen.join(' ');
});
