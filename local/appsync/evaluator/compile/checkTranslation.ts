import type { AnyNode, CallExpression, Node, Program } from 'acorn';
import type { CodeError } from '../../ports';
import { Untranslatable } from '../errors';
import { declaredNames, type DeclaredNames } from './declaredNames';
import { unknownFunction } from './unknownFunction';
import { walk } from './walk';

/**
 * Throws an Untranslatable that lists what AppSync's compiler cannot translate: `new`, a function passed to anything
 * but a list method, and calls to functions that APPSYNC_JS lacks. The messages are those users saw; the locations are
 * inferred. https://github.com/aws/aws-appsync-community/issues/303,
 * https://github.com/kattebak/typespec-opensearch-emitter/blob/main/src/emit-graphql-resolver.test.ts
 */
export const checkTranslation = (program: Program): void => {
  const own = declaredNames(program);
  const errors: CodeError[] = [];
  walk(program, (node) => errors.push(...errorsOf(node, own)));
  if (errors.length > 0) throw new Untranslatable(errors);
};

const errorsOf = (node: Node, own: DeclaredNames): readonly CodeError[] => {
  if (node.type === 'NewExpression') return [unsupported(node, 'NewExpression')];
  if (!isCall(node)) return [];
  const name = unknownFunction(node.callee, own);
  if (name !== undefined) return [errorAt(node, 'INVALID_FUNCTION_INVOCATION', `Invalid function: ${name}`)];
  return takesFunctions(node.callee) ? [] : node.arguments.flatMap(functionErrors);
};

const isCall = (node: Node): node is CallExpression => node.type === 'CallExpression';

const takesFunctions = (callee: AnyNode): boolean =>
  callee.type === 'MemberExpression' &&
  callee.property.type === 'Identifier' &&
  listMethods.includes(callee.property.name);

/** As in @aws-appsync/eslint-plugin's no-function-passing. */
const listMethods: readonly string[] = [
  ...['every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex'],
  ...['flatMap', 'forEach', 'map', 'reduce', 'reduceRight', 'some'],
];

/** The syntax types are named as in TypeScript. */
const functionErrors = (argument: AnyNode): readonly CodeError[] => {
  if (argument.type === 'ArrowFunctionExpression') return [unsupported(argument, 'ArrowFunction')];
  return argument.type === 'FunctionExpression' ? [unsupported(argument, 'FunctionExpression')] : [];
};

const unsupported = (node: Node, type: string): CodeError =>
  errorAt(node, 'UNSUPPORTED_SYNTAX_TYPE', `Unsupported Syntax Type: ${type}`);

const errorAt = ({ loc, start, end }: Node, errorType: string, value: string): CodeError => ({
  errorType,
  value,
  location: { line: loc?.start.line ?? 0, column: (loc?.start.column ?? -1) + 1, span: end - start },
});
