import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDirectory, projectRoot } from '../../tools/paths';
import { run } from '../support/runProgram';

describe('A command', () => {
  it('ends without a word when nobody reads its output any more', async () => {
    const running = run('tools/user/user.ts', ['--help']);
    running.child.stdout?.destroy(); // as `| head` does

    expect(await running.ended).toEqual({ code: 141, output: '' });
  });

  it('ends so too when nobody reads its questions any more', async () => {
    const command = `
      import { runCommand } from './tools/runCommand.ts';
      await runCommand('', async () => (process.stderr.write('Password: '), 0));`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', command], {
      cwd: projectRoot,
    });
    child.stderr.destroy();

    expect(await once(child, 'exit')).toEqual([141, null]);
  });

  it('fails, and says so, if it waits for what can no longer happen', async () => {
    const command = `import { runCommand } from '../tools/runCommand';
await runCommand('', () => new Promise(() => {}));`;
    await mkdir(buildDirectory, { recursive: true });
    await writeFile(join(buildDirectory, 'stuck.ts'), command);

    const { ended } = run('.build/stuck.ts', []);

    expect(await ended).toEqual({ code: 13, output: 'Stopped before the end: nothing was left to wait for.\n' });
  });
});
