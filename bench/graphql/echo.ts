import { servePipe } from '../../local/appsync/evaluator/sandbox/servePipe';

// The floor of an evaluation: a process that only echoes what comes through its pipe.

servePipe((_, texts) => texts.join(''));
