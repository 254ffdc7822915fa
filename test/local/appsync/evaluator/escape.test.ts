import { afterAll, describe, expect, it } from 'vitest';
import { partsOfContext } from '../../../../local/appsync/contextParts';
import { openEvaluator } from '../../../../local/appsync/evaluator/openEvaluator';
import { CodeRejected } from '../../../../local/appsync/evaluator/errors';

const evaluator = await openEvaluator({ clock: () => 0, deadlineMilliseconds: 400, memoryMiB: 48 });
afterAll(() => evaluator.close());

const wrap = (body: string): string => `import { util, runtime, extensions } from '@aws-appsync/utils';
export function request(ctx) {
  ${body}
}
export function response(ctx) { return 'alive'; }
`;
const run = async (body: string, context = '{}') =>
  (await evaluator.load(wrap(body))).run('request', partsOfContext(JSON.parse(context)));

describe('what code tries to get out', () => {
  it.each([
    ['the Function constructor', `return (() => 1).constructor('return 1')();`],
    ['it through a method', `return util.autoId.constructor('return process')();`],
    ['it through an array method', `return [].map.constructor('return process')();`],
    ['it through the context', `return ctx.constructor.constructor('return process')();`],
    ['it through an error-like object', `return console.log.constructor('return process')();`],
    ['call', `return util.autoId['call'](null);`],
    ['bind', `return [].push['bind']([])(1);`],
    ['a prototype', `return Object['getPrototypeOf'](ctx);`],
    ['a symbol', `return Object['getOwnPropertySymbols']([]);`],
    ['defineProperty', `return Object['defineProperty']({}, 'a', {});`],
  ])('keeps %s from it', async (_, body) => {
    const { result, error } = await run(body);

    expect(result).toBeUndefined();
    expect(error?.message).toMatch(/Invalid function|is not a function|Code generation|Cannot read/);
  });

  it.each([
    'process',
    'require',
    'globalThis',
    'global',
    'Function',
    'eval',
    'Proxy',
    'Reflect',
    'Error',
    'Promise',
    'WebAssembly',
  ])('has no %s', async (name) => {
    expect((await run(`return typeof ${name};`)).result).toBe('"undefined"');
  });

  it.each([
    ['import()', `return import('node:fs');`],
    ['import.meta', 'return import.meta.url;'],
    ['async', 'return (async () => 1)();'],
    ['a generator', 'return (function* () {})();'],
    ['a class', 'return class {};'],
    ['this', 'return this;'],
    ['try', 'try { ctx.a.b.c; } catch (e) { return e.constructor; }'],
    ['new.target', 'return new.target;'],
    ['a regular expression', 'return /a/;'],
    ['import() in a template', 'return `${import("node:fs")}`;'],
    ['import() in a default value', `return ((a = import('node:fs')) => a)();`],
    ['with', 'with (ctx) { return 1; }'],
    ['what the compiler puts in', 'return await.turns;'],
    ['a variable in the place of what the compiler puts in', 'const await = { turns: 1 }; return 1;'],
    ['an escaped name of what the compiler puts in', 'return aw\\u0061it.turns;'],
    ['a hashbang module trick', '}\nexport * from "node:fs";\n{'],
  ])('refuses %s before it runs', async (_, body) => {
    await expect(run(body)).rejects.toBeInstanceOf(CodeRejected);
  });

  it.each([
    ['closing the wrapper', `return 1; } } ) (0); ({`],
    ['closing it in a comment', `return 1; }; return {}; } /*`],
  ])('refuses %s', async (_, body) => {
    await expect(run(body)).rejects.toBeInstanceOf(CodeRejected);
  });
});

describe('what one run leaves for the next', () => {
  it.each([
    ['Object.prototype', `const o = {}; o.constructor.prototype.polluted = 1; return 1;`],
    ['Array.prototype', `[].constructor.prototype.polluted = 1; return 1;`],
    ['an array method', `[].constructor.prototype.map = 1; return 1;`],
    ['util', `util.autoId = () => 'mine'; return 1;`],
    ['util.time', `util.time.now = 1; return 1;`],
    ['JSON', `JSON.parse = 1; return 1;`],
    ['Math', `Math.random = 1; return 1;`],
    ['console', `console.log = 1; return 1;`],
    ['an undeclared variable', `leak = 1; return 1;`],
  ])('is nothing by way of %s', async (_, body) => {
    expect((await run(body)).error?.message).toMatch(/read only|not extensible|not defined/);
    expect((await run(`return [({}).polluted, [].polluted, typeof leak];`)).result).toBe('[null,null,"undefined"]');
  });

  it.each(['Math', 'util'])('is nothing by way of a new value for %s', async (name) => {
    const body = `const before = ${name}.old; ${name} = { old: 1 }; return [before, ${name}.old];`;

    expect((await run(body)).result).toBe('[null,1]');
    expect((await run(body)).result).toBe('[null,1]');
  });

  it('is nothing by way of __proto__', async () => {
    expect(
      (await run(`const o = {}; o.__proto__ = { a: 1 }; return [o.a === undefined, Object.keys(o)];`)).result,
    ).toBe('[true,["__proto__"]]');
    expect((await run('return ctx.args.a;', '{"arguments":{"__proto__":{"a":1}}}')).result).toBeUndefined();
    expect(
      (await run('return Object.assign({}, ctx.args).a;', '{"arguments":{"__proto__":{"a":1}}}')).result,
    ).toBeUndefined();
  });

  it('lets objects have members named as inherited ones', async () => {
    const body = `const o = {}; o.toString = 1; o.constructor = 2; o.hasOwnProperty = 3; return o;`;

    expect((await run(body)).result).toBe('{"toString":1,"constructor":2,"hasOwnProperty":3}');
  });
});

describe('what code does to bring the server down', () => {
  it.each([
    ['a list that grows while it is walked', `const a = [1]; for (const x of a) { a.push(x, x); } return a.length;`],
    [
      'loops in loops',
      `const a = []; a.length = 1000; a.fill(0); let n = 0; for (const x of a) { for (const y of a) { for (const z of a) { n += 1; } } } return n;`,
    ],
    [
      'a text that doubles',
      `let s = 'ab'; for (const i of [...'x'.concat('y'.split('')).concat('0123456789012345678901234567')]) { s = s + s; } return s.indexOf('c');`,
    ],
    [
      'many long texts',
      `const a = []; let s = 'x'; for (const i of '0123456789012345678') { s = s + s; } for (const i of s) { a.push(s.concat(a.length)); a.forEach((t) => t.indexOf('y')); }`,
    ],
    ['a list of a great length', `const a = []; a.length = 134217728; return a.fill(1).length;`],
    [
      'a list made of lists',
      `let a = [1]; for (const i of '0123456789012345678901234567890') { a = [...a, ...a]; } return a.length;`,
    ],
    ['a result that is too large', `let s = 'x'; for (const i of '012345678901234567890123') { s = s + s; } return s;`],
    [
      'a stash that is too large',
      `let s = 'x'; for (const i of '012345678901234567890123') { s = s + s; } ctx.stash.s = s; return 1;`,
    ],
    ['calls that go ever deeper', `const f = (n) => f(n + 1); return f(0);`],
    [
      'a structure that goes ever deeper',
      `let o = {}; const a = []; a.length = 1000; for (const i of a) { for (const j of '0123456789') { o = { o }; } } return o;`,
    ],
    ['a ring', `const o = {}; o.o = o; return o;`],
    ['a ring in the stash', `ctx.stash.s = ctx.stash; return 1;`],
    ['a ring as data of an error', `const o = {}; o.o = o; util.error('a', 'b', o);`],
    [
      'a toJSON that never ends',
      `const f = () => { const g = () => ({ toJSON: g }); return g(); }; return { toJSON: () => { let a = [1]; for (const x of a) { a = a.concat(a); } return a; } };`,
    ],
    ['a big integer', `return 1n;`],
    [
      'a regular expression that never ends',
      `return util.matches('(x+x+)+y', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx');`,
    ],
    [
      'a replacement that never ends',
      `return 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'.replace('(x+x+)+y', '');`,
    ],
    [
      'a format of a great length',
      `return util.time.nowFormatted([...'0123456789012345678901'].reduce((s) => s + s, 'y'));`,
    ],
  ])('survives %s', async (_, body) => {
    const module = await evaluator.load(wrap(body));

    const [evaluation, other] = await Promise.all([
      module.run('request', partsOfContext({})),
      module.run('response', partsOfContext({})),
    ]);

    expect(evaluation.error?.message ?? evaluation.result).toMatch(/\S/);
    expect(other.result).toBe('"alive"');
    expect((await run('return 1;')).result).toBe('1');
  });
});
