import type { CallExpression, Diagnostic, Node, Program, SourceFile, TypeChecker } from 'typescript';
import type { CodeError } from '../../ports';
import { codeErrorAt } from '../compile/codeErrorAt';
import { codePath } from './program';
import { ts } from './tools';

/**
 * The type errors for which the service was seen to reject code; it accepts others, such as TS2353. Users report
 * 2556: https://github.com/aws/aws-appsync-community/issues/323; 1117 and
 * 2538: https://github.com/kattebak/typespec-opensearch-emitter/tree/main/src (emit-graphql-resolver.test.ts and .ts);
 * 18004, all that is wrong in https://github.com/sid88in/serverless-appsync-plugin/issues/619
 */
const gated: readonly number[] = [1117, 2339, 2367, 2538, 2551, 2556, 18004];

/**
 * The type errors that it was seen to accept in calls to @aws-appsync/utils, and that users report elsewhere:
 * https://github.com/aws/aws-appsync-community/issues/324 and …/issues/334 (2345), …/issues/402 (2741),
 * https://github.com/ReventlessDev/reventless-core/blob/main/scripts/check-appsync-resolvers.mjs (2554).
 */
const gatedButForUtils: readonly number[] = [2345, 2554, 2741];

/** TypeScript's errors in the code: all syntax errors, and the type errors that the service enforces. */
export const diagnose = (program: Program): { syntax: CodeError[]; types: CodeError[] } => {
  const file = program.getSourceFile(codePath);
  const types = program.getSemanticDiagnostics(file).filter((diagnostic) => isGated(diagnostic, program));
  return { syntax: program.getSyntacticDiagnostics(file).map(toCodeError), types: types.map(toCodeError) };
};

const isGated = (diagnostic: Diagnostic, program: Program): boolean =>
  gated.includes(diagnostic.code) ||
  (gatedButForUtils.includes(diagnostic.code) && !callsUtils(diagnostic, program.getTypeChecker()));

const callsUtils = (diagnostic: Diagnostic, checker: TypeChecker): boolean => {
  const call = diagnostic.file && callOf(diagnostic, diagnostic.file);
  const declaration = call && checker.getResolvedSignature(call)?.declaration;
  return declaration?.getSourceFile().fileName.includes('/node_modules/@aws-appsync/utils/') ?? false;
};

/** The innermost call that a diagnostic is about: its range lies in the arguments, or ends where the callee ends. */
const callOf = ({ start = 0, length = 0 }: Diagnostic, file: SourceFile): CallExpression | undefined => {
  const end = start + length;
  const find = (node: Node): CallExpression | undefined => {
    if (start < node.pos || end > node.end) return undefined;
    const isMeant =
      ts.isCallExpression(node) && (node.expression.end === end || (start >= node.arguments.pos && end < node.end));
    return ts.forEachChild(node, find) ?? (isMeant ? node : undefined);
  };
  return find(file);
};

const toCodeError = ({ code, file, start = 0, length = 0, messageText }: Diagnostic): CodeError => {
  const { line, character } = file?.getLineAndCharacterOfPosition(start) ?? { line: -1, character: -1 };
  const message = ts.flattenDiagnosticMessageText(messageText, '\n');
  return codeErrorAt('PARSE_ERROR', { line: line + 1, column: character + 1, span: length }, `TS${code}`, message);
};
