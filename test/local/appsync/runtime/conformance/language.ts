import { fails, type Row } from './row';

const twoThousand = '[..."0123456789"].flatMap(() => [..."0123456789"].flatMap(() => [..."01234567890123456789"]))';
const loop = (body: string, turns: number): Row => [`(() => { let n = 0; ${body} return n; })()`, turns, 'recorded'];

/** Where APPSYNC_JS differs from JavaScript, and where it must not. */
export const language: readonly Row[] = [
  ['JSON.parse("{bad")', '', 'documented'],
  ['JSON.parse("null")', null, 'inferred'],
  ['JSON.parse("[1]")', [1], 'documented'],
  ['String.raw`a\\n${1}`', 'a\\n1', 'documented'],
  ['[3, 1, 10].sort()', [1, 10, 3], 'documented'],
  [
    '[typeof globalThis, typeof process, typeof require, typeof Promise, typeof eval, typeof Function]',
    Array(6).fill('undefined'),
    'documented',
  ],
  [
    '[typeof Error, typeof Map, typeof Symbol, typeof RegExp, typeof setTimeout, typeof fetch]',
    Array(6).fill('undefined'),
    'documented',
  ],
  ['[typeof util, typeof runtime, typeof extensions, typeof console]', Array(4).fill('object'), 'documented'],
  ['[+"7", Number.isNaN(0 / 0), Number.isFinite(1), Math.max(1, 2)]', [7, true, true, 2], 'documented'],
  [
    'Object.entries({ ...{ a: 1 }, b: [..."xy"] })',
    [
      ['a', 1],
      ['b', ['x', 'y']],
    ],
    'documented',
  ],
  ['[..."a😀"].length', 2, 'inferred'],
  ['[ctx.args, ctx.arguments, ctx.identity, ctx.env]', [{}, {}, null, {}], 'recorded'],
  ['(ctx?.info?.x ?? 1) + (typeof void 0).length', 10, 'documented'],
  [
    '(() => { const seen = []; const f = (x) => { seen.push(x); return x; }; return [1 ?? f(2), null ?? f(3), seen]; })()',
    [1, 3, [2, 3]],
    'recorded',
  ],
  [
    '[void 0 === null, null !== undefined, ctx.args.a /* === */ === null, null === ctx.args.a, 0 === null, "" !== void 0]',
    [true, false, true, true, false, true],
    'recorded',
  ],
  [`${twoThousand}.length`, 2000, 'inferred'],
  [`${twoThousand}.map((x) => x).length`, 1000, 'recorded'],
  [`${twoThousand}.filter((x) => true).length`, 1000, 'recorded'],
  [`${twoThousand}.reduce((n, x) => n + 1, 0)`, 1000, 'recorded'],
  loop(`for (const x of ${twoThousand}) { n += 1; }`, 1000),
  loop('const list = [1]; for (const x of list) { n += 1; list.push(x); }', 1),
  ['(() => { for (const x of ctx.args.list) { return x; } })()', fails('undefined is not iterable'), 'inferred'],
  ['ctx.args.list.map((x) => x)', fails("Cannot read properties of undefined (reading 'map')"), 'inferred'],
  ['util.authType()', 'API Key Authorization', 'recorded'],
  ['ctx.args.a.b', fails("Cannot read properties of undefined (reading 'b')"), 'inferred'],
];
