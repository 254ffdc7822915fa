import { describe, expect, it } from 'vitest';
import { functionDirectory, resolverCode, stepCode } from '../../infra/code';
import { InvalidWiring, MissingCode } from '../../infra/errors';
import { splitCoordinate, stepSources } from '../../infra/wiring';

describe('stepSources', () => {
  it('finds each step once, with its source', () => {
    const found = stepSources([
      ['Query.a', { steps: [['load', 'files']] }],
      ['Query.b', { source: 'files' }],
      [
        'Query.c',
        {
          steps: [
            ['load', 'files'],
            ['sign', 'signer'],
          ],
        },
      ],
    ]);

    expect([...found]).toEqual([
      ['load', 'files'],
      ['sign', 'signer'],
    ]);
  });

  it('refuses a step that runs on two sources', () => {
    const entries = [
      ['Query.a', { steps: [['load', 'files']] }],
      ['Query.b', { steps: [['load', 'signer']] }],
    ] as const;

    expect(() => stepSources(entries)).toThrow(
      new InvalidWiring('Query.b runs the step load on signer, another field on files.'),
    );
  });
});

describe('splitCoordinate', () => {
  it('parts the type from the field', () => {
    expect(splitCoordinate('Query.myFiles')).toEqual(['Query', 'myFiles']);
  });

  it.each(['', 'Query', 'Query.', '.myFiles', 'Query.myFiles.items'])('refuses %j', (text) => {
    expect(() => splitCoordinate(text)).toThrow(InvalidWiring);
  });
});

describe('code that is not there', () => {
  const none = { resolvers: {}, steps: {}, functions: {} };

  it.each([
    ['a resolver', () => resolverCode(none, 'Query.myFiles'), 'The resolver Query.myFiles'],
    ['a step', () => stepCode(none, 'loadFile'), 'The step loadFile'],
    ['a function', () => functionDirectory(none, 'signUpload'), 'The function signUpload'],
  ])('is named: %s', (_, find, message) => {
    expect(find).toThrow(MissingCode);
    expect(find).toThrow(message);
  });
});

describe('code that is too long for AppSync', () => {
  const code = { resolvers: { 'Query.a': ' '.repeat(32_769) }, steps: { load: ' '.repeat(32_768) }, functions: {} };

  it('is refused before AWS sees it', () => {
    expect(() => resolverCode(code, 'Query.a')).toThrow(
      new InvalidWiring('The code of Query.a has 32769 characters; AppSync takes 32768.'),
    );
  });

  it('is taken up to the limit', () => {
    expect(stepCode(code, 'load')).toHaveLength(32_768);
  });
});
