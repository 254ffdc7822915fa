import plugin from '@aws-appsync/eslint-plugin';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { checkSyntax } from '../../../../../local/appsync/evaluator/compile/checkSyntax';
import { parseModule } from '../../../../../local/appsync/evaluator/compile/parseModule';
import { CodeRejected } from '../../../../../local/appsync/evaluator/errors';

const linter = new Linter({ configType: 'flat' });
const syntaxRuleNames = [
  ...['no-async', 'no-await', 'no-classes', 'no-continue', 'no-disallowed-binary-operators'],
  ...[
    'no-disallowed-unary-operators',
    'no-for',
    'no-generators',
    'no-in-operator',
    'no-labels',
    'no-promise',
    'no-regex',
  ],
  ...['no-this', 'no-try', 'no-while', 'no-yield'],
];

const byPlugin = (code: string): string[] => {
  const rules = Object.fromEntries(syntaxRuleNames.map((rule) => [`@aws-appsync/${rule}`, 2] as const));
  const messages = linter.verify(code, [{ files: ['**/*.js'], plugins: { '@aws-appsync': plugin }, rules }], 'code.js');
  return messages
    .map(({ line, column, ruleId, message }) => `code.js(${line},${column}): error ${ruleId}: ${message}`)
    .sort();
};

const byGate = (code: string): string[] => {
  try {
    checkSyntax(parseModule(code));
    return [];
  } catch (error) {
    if (error instanceof CodeRejected) return error.codeErrors.map(({ value }) => value).sort();
    throw error;
  }
};

describe('the gate and the linter say the same of', () => {
  it.each([
    'export const request = async () => 1;',
    'async function a() { await b; }',
    'const a = async function () {};',
    'class A {}',
    'for (const a of b) { continue; }',
    'a instanceof b',
    'a++; --b; ~c; -d; !e;',
    'for (let i = 0; ; ) {}',
    'function* a() { yield 1; }',
    `'a' in b; for (const a in b) {}`,
    'a: for (const b of c) { break a; }',
    'new Promise(); new Date();',
    'const a = /b/u;',
    'this.a;',
    'try { a(); } catch {}',
    'while (a) {} do {} while (b)',
    'const { a, ...b } = { ...c }; a?.b ?? `${c}`; switch (a) { case 1: break; default: }',
  ])('%s', (code) => {
    expect(byGate(code)).toEqual(byPlugin(code));
  });
});
