import { describe, expect, it } from 'vitest';
import { run } from '../support/runProgram';

describe('A command', () => {
  it('ends without a word when nobody reads its output any more', async () => {
    const running = run('tools/user/user.ts', ['--help']);
    running.child.stdout?.destroy(); // as `| head` does

    expect(await running.ended).toEqual({ code: 141, output: '' });
  });
});
