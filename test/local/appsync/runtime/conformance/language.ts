import { fails, type Row } from './row';

/** What differs from JavaScript, and what must not. */
export const language: readonly Row[] = [
  ['JSON.parse("{bad")', '', 'documented'],
  ['JSON.parse("null")', null, 'inferred'],
  ['JSON.parse("[1]")', [1], 'documented'],
  ['String.raw`a\\n${1}`', 'a\\n1', 'documented'],
  ['[3, 1, 10].sort()', [1, 10, 3], 'documented'],
  ['JSON.parse(\'[{"a":1}]\').map((x) => x.padStart(3))', fails('x.padStart is not a function'), 'inferred'],
  ['JSON.parse(\'["a"]\').map((x) => x.padStart(3))', fails('Invalid function: padStart'), 'recorded'],
  ['ctx.args.f.call(1)', fails("Cannot read properties of undefined (reading 'call')"), 'inferred'],
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
  ['[parseInt("7x"), Number.isNaN(0 / 0), Math.max(1, 2), isFinite(1)]', [7, true, 2, true], 'documented'],
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
  ['util.authType()', 'API Key Authorization', 'recorded'],
  ['ctx.args.a.b', fails("Cannot read properties of undefined (reading 'b')"), 'inferred'],
];
