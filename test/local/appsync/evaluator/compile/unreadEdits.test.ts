import { describe, expect, it } from 'vitest';
import { compileModule } from '../../../../../local/appsync/evaluator/compile/compileModule';

const imports = `import { runtime, util } from '@aws-appsync/utils';\n`;
const other = '\nexport const request = () => 1;';

const compiled = (code: string): string =>
  compileModule(imports + code + other)
    .source.split('\n')
    .slice(2, -2)
    .join();

describe('What a handler hands on', () => {
  it.each([
    ['(c) => c.result', '(c) => await.unread(c,"result")||c.result'],
    ['(c) => c.prev.result', '(c) => await.unread(c,"prev.result")||c.prev.result'],
    ['(c) => { return c.result; }', '(c) => { return await.unread(c,"result")||c.result; }'],
    [
      'function (c) { if (c.error) { return c.result; } return 1; }',
      'function (c) { if (c.error) { return await.unread(c,"result")||c.result; } return 1; }',
    ],
    [
      '(c) => runtime.earlyReturn(c.prev.result, { skipTo: "END" })',
      '(c) => runtime.earlyReturn(await.unread(c,"prev.result",runtime)||c.prev.result, { skipTo: "END" })',
    ],
  ])('is not read on its way: %s', (code, expected) => {
    expect(compiled(`export const response = ${code};`)).toContain(`const response = ${expected};`);
  });

  it('is not read by a function either', () => {
    const code = 'function response(c) { return c.result; }\nexport { response };';

    expect(compiled(code)).toContain('return await.unread(c,"result")||c.result;');
  });

  it.each([
    '(c) => c?.result',
    '(c) => c["result"]',
    '(c) => c.stash.result',
    '(c) => c.prev?.result',
    '(c) => c.result.items',
    '(c) => c.args',
    '(c) => [c.result]',
    '(c) => { c.stash.a = [1].map(() => c.result); return 1; }',
    '(c) => { function f() { return c.result; } return f().a; }',
    '(c) => util.error(c.result)',
    '(c) => runtime.earlyReturn(c.result, c.args)',
    '(c) => runtime.earlyReturn(c.result, { skipTo: c.args.to() })',
  ])('is read if more is done with it: %s', (code) => {
    expect(compiled(`export const response = ${code};`)).not.toContain('unread');
  });

  it.each([
    'const f = (c) => response(c).a;\nexport const response = (c) => c.result;',
    'const f = (c) => c.result;\nexport const response = (c) => f(c).a;',
    'export const response = function f(c) { if (c.stash.a) return c.result; c.stash.a = 1; return f(c).a; };',
  ])('is read if other code of the module sees it: %s', (code) => {
    expect(compiled(code)).not.toContain('unread');
  });
});
