import { servePipe } from '../sandbox/servePipe';
import { diagnose } from './diagnose';
import { lint } from './lint';
import { openProgram } from './program';

// The program of the process that checks code the way the service does before it runs any: TypeScript and ESLint take
// long to load and much memory, so they live in a process of their own that ends when it has nothing to do.

servePipe((_, [code = '']) => {
  const program = openProgram(code);
  const { syntax, types } = diagnose(program);
  if (syntax.length > 0) return JSON.stringify(syntax);
  return JSON.stringify([...lint(code, program), ...types]);
});
