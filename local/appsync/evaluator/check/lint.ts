import type { Linter } from 'eslint';
import type { Program } from 'typescript';
import type { CodeError } from '../../ports';
import { codeErrorAt } from '../compile/codeErrorAt';
import { codePath } from './program';
import { appsyncPlugin, eslint, typescriptParser } from './tools';

/** The rules of @aws-appsync/eslint-plugin that need types or scopes; `checkSyntax` implements the others. */
const ruleNames = [
  ...['no-disallowed-methods', 'no-disallowed-re-assignment', 'no-function-passing', 'no-function-reassign'],
  ...['no-function-return', 'no-recursion'],
];

/** What the service's linter reports about the code. */
export const lint = (code: string, program: Program): CodeError[] => {
  const config: Linter.Config = {
    files: ['**/*.js'],
    plugins: { '@aws-appsync': appsyncPlugin },
    languageOptions: { parser: typescriptParser, parserOptions: { programs: [program] } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    rules: Object.fromEntries(ruleNames.map((rule) => [`@aws-appsync/${rule}`, 'error'])),
  };
  return linter.verify(code, [config], { filename: codePath }).map((message) => toCodeError(code, message));
};

const linter = new eslint.Linter({ configType: 'flat' });

const toCodeError = (
  code: string,
  { ruleId, message, line, column, endLine, endColumn }: Linter.LintMessage,
): CodeError => {
  const span = offsetOf(code, endLine ?? line, endColumn ?? column) - offsetOf(code, line, column);
  return codeErrorAt('LINT_ERROR', { line, column, span }, ruleId ?? 'parser', message);
};

const offsetOf = (code: string, line: number, column: number): number =>
  code
    .split('\n')
    .slice(0, line - 1)
    .reduce((offset, text) => offset + text.length + 1, column - 1);
