import { servePipe } from '../../local/appsync/evaluator/sandbox/servePipe';

// What a pipe to a process costs when the process does nothing.

servePipe((_, texts) => texts.join(''));
