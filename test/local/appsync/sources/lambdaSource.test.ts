import { describe, expect, it } from 'vitest';
import type { Invocation } from '../../../../local/appsync/ports';
import { lambdaSource } from '../../../../local/appsync/sources/lambdaSource';

const open = (invoke: (name: string, payload: unknown) => Promise<Invocation>) => {
  const logged: string[] = [];
  return { logged, source: lambdaSource('echo', { invoke }, (line) => logged.push(line)) };
};
const echo = async (_name: string, payload: unknown): Promise<Invocation> => ({ ok: true, payload });

describe('a Lambda source', () => {
  it('gives what the function gave', async () => {
    const { source } = open(echo);

    expect(await source('{"operation":"Invoke","payload":{"a":[1]}}')).toEqual({ result: '{"a":[1]}' });
    expect(await source('{"operation":"Invoke"}')).toEqual({ result: 'null' });
  });

  it('gives what the function threw as Lambda:Unhandled', async () => {
    const { source } = open(async () => ({ ok: false, errorType: 'NotFound', errorMessage: 'Gone.' }));

    expect(await source('{"operation":"Invoke","payload":1}')).toEqual({
      result: 'null',
      error: { message: 'Gone.', type: 'Lambda:Unhandled', unhandledErrorType: 'NotFound' },
    });
  });

  it('does not wait for an event, and logs what became of it', async () => {
    const { source, logged } = open(async () => ({ ok: false, errorType: 'E', errorMessage: 'Late.' }));

    expect(await source('{"operation":"Invoke","payload":1,"invocationType":"Event"}')).toEqual({ result: 'null' });
    await Promise.resolve();

    expect(logged).toEqual(['AppSync: the event to echo failed: Late.']);
  });

  it.each([
    ['null', 'The request must be an object.'],
    ['{}', "Value for field '$[operation]' not found."],
    ['{"operation":"Call"}', "Unsupported operation 'Call' of a Lambda source."],
    ['{"operation":"Invoke","invocationType":"DryRun"}', "Unsupported invocation type 'DryRun'."],
  ])('refuses the request %s', async (request, message) => {
    const { source } = open(echo);

    await expect(source(request)).rejects.toMatchObject({ errorType: 'MappingTemplate', message });
  });
});
