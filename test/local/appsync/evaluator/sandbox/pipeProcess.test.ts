import { describe, expect, it } from 'vitest';
import { startPipeProcess } from '../../../../../local/appsync/evaluator/sandbox/pipeProcess';
import { bundleScript } from '../../../../../tools/bundle';

const text = await bundleScript('test/local/appsync/evaluator/sandbox/record.ts');

describe('a process behind pipes', () => {
  it('gets its messages in the order they were sent, idle or busy', async () => {
    const { tell, ask, kill, ended } = startPipeProcess({ text, flags: [] });

    tell('a');
    const first = ask('b');
    tell('c');
    const second = ask('d');
    tell('e');
    await first;
    const third = ask('f');

    expect(await Promise.all([first, second, third])).toEqual(['a b', 'a b c d', 'a b c d e f']);
    kill();
    await ended;
  });

  it.each([
    ['is killed', false],
    ['ends by itself', true],
  ])('answers nothing any more once it %s, not even what is still to be sent', async (_, isAsked) => {
    const { tell, ask, kill, ended, pending } = startPipeProcess({ text, flags: [] });
    await ask('ready');

    const asked = [ask(isAsked ? 'exit' : 'hang'), ask('b'), ask('c')];
    tell('d');
    if (!isAsked) kill();

    for (const { status } of await Promise.allSettled(asked)) expect(status).toBe('rejected');
    await ended;
    tell('e');
    await expect(ask('f')).rejects.toThrow('The sandbox process ended before it answered.');
    expect(pending()).toBe(0);
  });
});
