import type { Node, Program } from 'acorn';
import type { CodeError } from '../../ports';
import { CodeRejected } from '../errors';
import { codeErrorAt } from './codeErrorAt';
import { syntaxRules, type Violation } from './syntaxRules';
import { walk } from './walk';

/** Throws a CodeRejected that lists every construct APPSYNC_JS lacks. No code runs unless it passes this check. */
export const checkSyntax = (program: Program): void => {
  const errors: CodeError[] = [];
  walk(program, (node) => {
    const found = violationOf(node);
    if (found) errors.push(lintError(node, found));
  });
  if (errors.length > 0) throw new CodeRejected(errors);
};

const rules: ReadonlyMap<string, unknown> = new Map(Object.entries(syntaxRules));

const violationOf = (node: Node): Violation | undefined => {
  const rule = rules.get(node.type);
  return typeof rule === 'function' ? rule(node) : undefined;
};

const lintError = (node: Node, { rule, message }: Violation): CodeError => {
  const start = node.loc?.start ?? { line: 0, column: 0 };
  const place = { line: start.line, column: start.column + 1, span: node.end - node.start };
  return codeErrorAt('LINT_ERROR', place, rule, message);
};
