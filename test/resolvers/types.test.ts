import ts from 'typescript';
import { expect, it } from 'vitest';
import { codePath, openProgram } from '../../local/appsync/evaluator/check/program';
import { bundleProject } from '../../tools/bundle';

/** In the evaluator, only the errors that AppSync was seen to stop at count. */
it('leaves nothing for TypeScript to complain of in what is deployed', async () => {
  const { resolvers, steps } = await bundleProject();

  const complaints = Object.entries({ ...resolvers, ...steps }).flatMap(([name, code]) => {
    const program = openProgram(code);
    const diagnostics = program.getSemanticDiagnostics(program.getSourceFile(codePath));
    return diagnostics.map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });

  expect(complaints).toEqual([]);
}, 60_000);
