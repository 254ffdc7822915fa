import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { compileModule } from '../../../../../local/appsync/evaluator/compile/compileModule';
import { CodeRejected, UnparsableCode } from '../../../../../local/appsync/evaluator/errors';

const utils = { util: { name: 'util' }, runtime: { name: 'runtime' } };
const ddb = { get: 'get' };

const instantiate = (code: string): Record<string, () => unknown> =>
  runInNewContext(compileModule(code).source)({})({ '@aws-appsync/utils': utils, '@aws-appsync/utils/dynamodb': ddb });

describe('a compiled module', () => {
  it.each([
    ['functions', 'export function request() { return 1; }\nexport function response() { return 2; }'],
    ['constants', 'export const request = () => 1, response = () => 2;'],
    [
      'a list at the end, as a bundler writes it',
      'var a = () => 1;\nvar b = () => 2;\nexport {\n  a as request,\n  b as response\n};',
    ],
    ['names in quotes', `const a = () => 1, b = () => 2;\nexport { a as 'request', b as 'response' };`],
    [
      'a list before what it names',
      'export { request, response };\nfunction request() { return 1; }\nconst response = () => 2;',
    ],
  ])('exports %s', (_, code) => {
    const { request, response } = instantiate(code);

    expect([request?.(), response?.()]).toEqual([1, 2]);
  });

  it.each([
    ['a name', `import { util } from '@aws-appsync/utils';`, 'util.name', 'util'],
    [
      'another name',
      `import { util as u, runtime } from "@aws-appsync/utils";`,
      'u.name + runtime.name',
      'utilruntime',
    ],
    ['all', `import * as ddb from '@aws-appsync/utils/dynamodb';`, 'ddb.get', 'get'],
    [
      'twice from one module',
      `import { util } from '@aws-appsync/utils';import * as all from '@aws-appsync/utils';`,
      'util === all.util',
      true,
    ],
    ['over several lines', `import {\n  util,\n  runtime,\n} from '@aws-appsync/utils'`, 'util.name', 'util'],
    [
      'a type, which is nothing at run time',
      `import { Context, util } from '@aws-appsync/utils';`,
      'Context',
      undefined,
    ],
    ['for effect', `import '@aws-appsync/utils';`, '1', 1],
  ])('imports %s', (_, line, expression, expected) => {
    const { request } = instantiate(
      `${line}\nexport const request = () => ${expression};\nexport const response = () => null;`,
    );

    expect(request?.()).toBe(expected);
  });

  it('has its lines one below those that were sent, each as long', () => {
    const code = `import {\n  util,\n} from '@aws-appsync/utils';\nexport const request = () => util;\r\nexport const response = () => 1;`;

    const lines = compileModule(code).source.split('\n');

    expect(lines.slice(1, 6).map(({ length }) => length)).toEqual(code.split('\n').map(({ length }) => length));
    expect(lines[4]).toBe('       const request = () => util;\r');
  });

  it('maps the place of a call in a stack to where it begins', () => {
    const { positions } = compileModule(
      'export const request = (a) =>\n  a.b(1).c(2);\nexport const response = (d) => d();',
    );

    expect(JSON.parse(positions)).toEqual({
      calls: { '2:4': '2:3', '2:5': '2:3', '2:9': '2:3', '2:10': '2:3' },
      shifts: {},
    });
  });

  it.each([
    ['a ?? b', 'a ?? b'],
    ['a ?? (() => b())', 'a ?? (() => b())'],
    ['a || b()', 'a || b()'],
    ['a ?? b()', 'await.coalesce(a ,  b())'],
    ['a?? b()', 'await.coalesce(a,  b())'],
    ['(a || c) /* ?? */ ?? [b()]', 'await.coalesce((a || c) /* ?? */ ,  [b()])'],
    ['a ?? b() ?? c', 'await.coalesce(a ,  b()) ?? c'],
    ['a ?? b()?? [c()]', 'await.coalesce(await.coalesce(a ,  b()),  [c()])'],
    ['a.map(b)', 'await.bounded(a).map(b)'],
    ['a.b().filter(c).map(d)', 'await.bounded(await.bounded(a.b()).filter(c)).map(d)'],
    ['a.map?.(b) ?? c()', 'await.coalesce(await.bounded(a).map?.(b) ,  c())'],
    ['(a ?? b).reduce(c)', '(await.bounded(a ?? b)).reduce(c)'],
    ['a?.b.map(c)', 'a?.b.map(c)'],
    ['a.some(b)', 'a.some(b)'],
    ["a['map'](b)", "a['map'](b)"],
  ])('does with %s as the service does', (expression, expected) => {
    const { source } = compileModule(
      `export const request = (a, b, c, d) => ${expression};\nexport const response = () => 1;`,
    );

    expect(source.split('\n')[1]).toBe(`       const request = (a, b, c, d) => ${expected};`);
  });

  it('ends loops as the service does', () => {
    const loops = 'for (const b of a.c) { for (const d in b) {} }';
    const { source } = compileModule(`export const request = (a) => { ${loops} };\nexport const response = () => 1;`);

    expect(source).toContain('{ for (const b of await.turns(a.c)) { for (const d in b) {} } }');
  });

  it.each([
    ['a default export', 'export default function request() {}'],
    ['an export of another module', `export * from '@aws-appsync/utils';`],
    ['an export of names of another module', `export { util } from '@aws-appsync/utils';`],
    ['an unknown module', `import fs from 'fs';`],
    ['a module of data sources that are not here', `import { converse } from '@aws-appsync/utils/ai';`],
    ['a name that a module does not have', `import { gett } from '@aws-appsync/utils/dynamodb';`],
    ['a default import', `import util from '@aws-appsync/utils';`],
    ['a default import by its name', `import { default as util } from '@aws-appsync/utils';`],
    ['only one handler', 'export const request = () => 1;'],
  ])('refuses %s', (_, code) => {
    expect(() => compileModule(code)).toThrow(CodeRejected);
  });

  it.each(['export const request = () => {', 'a b', 'return 1;', '}) => {', '<!--'])('cannot parse %j', (code) => {
    expect(() => compileModule(code)).toThrow(UnparsableCode);
  });
});
