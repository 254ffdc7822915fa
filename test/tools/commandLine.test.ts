import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../tools/commandLine';
import { CommandFailed } from '../../tools/errors';
import { run } from '../support/runProgram';

describe('readCommandLine', () => {
  it('reads words and flags in any order', () => {
    const { words, has } = readCommandLine(['GiB', '--save', 'sign'], { flags: ['save', 'check'], words: 2 });

    expect(words).toEqual(['GiB', 'sign']);
    expect([has('save'), has('check')]).toEqual([true, false]);
  });

  it.each([
    [['--chekc'], "Unknown option '--chekc'. See --help."],
    [['--check=yes'], "Option '--check' does not take an argument. See --help."],
    [['one', 'two'], "Unexpected argument 'two'. See --help."],
  ])('refuses %j in one line', (args, line) => {
    const read = () => readCommandLine(args, { flags: ['check'], words: 1 });

    expect(read).toThrow(CommandFailed);
    expect(read).toThrow(line);
  });
});

it.each([
  'bench/run.ts',
  'bench/soak/soak.ts',
  'bench/profile.ts',
  'tools/check.ts',
  'tools/contract/contract.ts',
  'tools/cost/cost.ts',
  'tools/demo/demo.ts',
])('%s says for --help what it takes, and does nothing', { timeout: 60_000 }, async (program) => {
  const { code, output } = await run(program, ['--help']).ended;

  expect(output).toMatch(/^npm run \w+ {4}|^npm run \w+ -- \[/);
  expect(code).toBe(0);
});

it.each([
  ['bench/run.ts', ['zzz'], "No row's name holds zzz.\n"],
  ['bench/soak/soak.ts', ['x'], 'x is not a number of minutes. See --help.\n'],
  ['tools/check.ts', ['test/x'], "Unexpected argument 'test/x'. See --help.\n"],
  ['tools/contract/contract.ts', ['--bogus'], "Unknown option '--bogus'. See --help.\n"],
])('%s says in one line that %j means nothing', { timeout: 60_000 }, async (program, args, output) => {
  expect(await run(program, args).ended).toEqual({ code: 1, output });
});
