import type { AnyNode } from 'acorn';

/** The linter's rule and message for a construct outside the APPSYNC_JS subset. */
export interface Violation {
  readonly rule: string;
  readonly message: string;
}

type Rules = { readonly [Type in AnyNode['type']]?: (node: Extract<AnyNode, { type: Type }>) => Violation | undefined };

const violation = (rule: string, message: string): Violation => ({ rule: `@aws-appsync/${rule}`, message });

/**
 * The rules that need no type information, with the messages of @aws-appsync/eslint-plugin, plus what the service
 * rejects although the plugin has no rule for it: `throw`, `??=`, `import()`, class and generator expressions.
 * https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html
 */
export const syntaxRules: Rules = {
  ArrowFunctionExpression: ({ async }) => (async ? asyncFunction : undefined),
  // Reported for `??=`, inferred for `&&=` and `||=`: https://github.com/aws/aws-appsync-community/issues/353
  AssignmentExpression: ({ operator }) =>
    ['&&=', '??=', '||='].includes(operator) ? operatorViolation('assignment', operator) : undefined,
  AwaitExpression: () => violation('no-await', 'The `await` keyword is not supported'),
  BinaryExpression: ({ operator }) => {
    if (operator === 'in') return violation('no-in-operator', 'in operator is not supported. Use Object.hasOwn().');
    return operator === 'instanceof' ? operatorViolation('binary', operator) : undefined;
  },
  ClassDeclaration: () => classes,
  ClassExpression: () => classes,
  ContinueStatement: () => violation('no-continue', 'Continue statements are not supported'),
  DebuggerStatement: () => violation('no-debugger', 'Debugger statements are not supported.'),
  DoWhileStatement: () => violation('no-while', 'do...while statements are not supported.'),
  ForOfStatement: (node) => (node.await ? violation('no-await', 'The `await` keyword is not supported') : undefined),
  ForStatement: () => violation('no-for', 'For statements are not supported.'),
  FunctionDeclaration: ({ async, generator }) => functionViolation(async, generator),
  FunctionExpression: ({ async, generator }) => functionViolation(async, generator),
  ImportExpression: () => violation('no-import', 'Dynamic imports are not supported.'),
  LabeledStatement: () => violation('no-labels', 'Labeled statements are not supported.'),
  Literal: (node) => (node.regex ? violation('no-regex', 'Regex literals are not supported.') : undefined),
  MetaProperty: () => violation('no-meta', 'Meta properties are not supported.'),
  NewExpression: ({ callee }) =>
    callee.type === 'Identifier' && callee.name === 'Promise'
      ? violation('no-promise', 'Promise is not supported')
      : undefined,
  ThisExpression: () => violation('no-this', 'This expressions are not supported.'),
  ThrowStatement: () => violation('no-throw', 'Throw statements are not supported. Use util.error().'),
  TryStatement: () => violation('no-try', 'Try statements are not supported.'),
  UnaryExpression: ({ operator }) => (operator === '~' ? operatorViolation('unary', operator) : undefined),
  UpdateExpression: ({ operator }) => operatorViolation('unary', operator),
  WhileStatement: () => violation('no-while', 'While statements are not supported.'),
  YieldExpression: () => violation('no-yield', 'Yield statements are not supported'),
};

const asyncFunction = violation('no-async', 'Async functions are not supported.');
const classes = violation('no-classes', 'Class declarations are not supported.');

const functionViolation = (async: boolean, generator: boolean): Violation | undefined => {
  if (async) return asyncFunction;
  return generator ? violation('no-generators', 'Generator functions are not supported.') : undefined;
};

const operatorViolation = (arity: 'unary' | 'binary' | 'assignment', operator: string): Violation =>
  violation(`no-disallowed-${arity}-operators`, `The operator ${operator} is not supported`);
