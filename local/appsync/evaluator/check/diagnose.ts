import type { Diagnostic, Program } from 'typescript';
import type { CodeError } from '../../ports';
import { codeErrorAt } from '../compile/codeErrorAt';
import { codePath } from './program';
import { ts } from './tools';

/**
 * The type errors that the service was seen to stop at; it lets others pass: TS2345, TS2353 and TS2554 among them. Of
 * 2556 and 2741 users tell: https://github.com/aws/aws-appsync-community/issues/323, …/issues/402
 */
const GATED: readonly number[] = [2339, 2367, 2551, 2556, 2741];

/** What TypeScript has against the code, as far as the service cares. */
export const diagnose = (program: Program): { syntax: CodeError[]; types: CodeError[] } => {
  const file = program.getSourceFile(codePath);
  const types = program.getSemanticDiagnostics(file).filter(({ code }) => GATED.includes(code));
  return { syntax: program.getSyntacticDiagnostics(file).map(toCodeError), types: types.map(toCodeError) };
};

const toCodeError = ({ code, file, start = 0, length = 0, messageText }: Diagnostic): CodeError => {
  const { line, character } = file?.getLineAndCharacterOfPosition(start) ?? { line: -1, character: -1 };
  const message = ts.flattenDiagnosticMessageText(messageText, '\n');
  return codeErrorAt('PARSE_ERROR', { line: line + 1, column: character + 1, span: length }, `TS${code}`, message);
};
