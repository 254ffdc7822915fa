import { servePipe } from '../sandbox/servePipe';
import { diagnose } from './diagnose';
import { lint } from './lint';
import { openProgram } from './program';

// The entry point of the process that checks code as the service does before running it. TypeScript and ESLint are slow
// to load and need much memory, so they run in a separate process, which is stopped when idle.

servePipe((_, [code = '']) => {
  const program = openProgram(code);
  const { syntax, types } = diagnose(program);
  if (syntax.length > 0) return JSON.stringify(syntax);
  return JSON.stringify([...lint(code, program), ...types]);
});
