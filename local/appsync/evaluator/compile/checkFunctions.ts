import type { Node, Program } from 'acorn';
import { CodeRejected } from '../errors';
import { walk } from './walk';

/**
 * What JavaScript has and AppSync's compiler knows no function of. Users tell of these; its documentation lists no
 * others of their kind: https://github.com/aws/aws-appsync-community/issues/303,
 * https://github.com/sid88in/serverless-appsync-plugin/issues/549, https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html
 */
const UNKNOWN: readonly string[] = ['Date', 'Number', 'parseFloat', 'parseInt'];

/** Throws a CodeRejected with every call of a function that AppSync does not have. Where it says so is inferred. */
export const checkFunctions = (program: Program): void => {
  const own = new Set<string>();
  const calls: { readonly name: string; readonly node: Node }[] = [];
  walk(program, (node) => {
    for (const name of declaredBy(node)) own.add(name);
    const name = calledBy(node);
    if (UNKNOWN.includes(name)) calls.push({ name, node });
  });
  const unknown = calls.filter(({ name }) => !own.has(name));
  if (unknown.length > 0) throw new CodeRejected(unknown.map(({ name, node }) => errorOf(name, node)));
};

const calledBy = (node: Node): string =>
  /^(?:Call|New)Expression$/.test(node.type) && 'callee' in node ? nameOf(node.callee) : '';

/** The names of variables, functions, their parameters and imports. */
const declaredBy = (node: Node): readonly string[] => {
  const { id, local, params }: Partial<Record<string, unknown>> = { ...node };
  return [id, local, ...(Array.isArray(params) ? params : [])].map(nameOf);
};

const nameOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? value.name : '';

const errorOf = (name: string, { loc, start, end }: Node) => ({
  errorType: 'INVALID_FUNCTION_INVOCATION',
  value: `Invalid function: ${name}`,
  location: { line: loc?.start.line ?? 0, column: (loc?.start.column ?? -1) + 1, span: end - start },
});
