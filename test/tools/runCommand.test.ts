import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDirectory, projectRoot } from '../../tools/paths';
import { run } from '../support/runProgram';

const unwritable = 'The output could not be written: bad file descriptor (EBADF).\n';

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

  it.each([
    { where: 'the output', stdio: (closed: number) => ['ignore', closed, 'pipe'] as const, says: unwritable },
    { where: 'any output', stdio: (closed: number) => ['ignore', closed, closed] as const, says: '' },
  ])('fails, in one line if that is possible, when $where cannot be written', async ({ stdio, says }) => {
    // A file opened for reading refuses every byte, as a full disk does.
    await using file = await open(join(projectRoot, 'package.json'));
    const program = ['tools/run.cjs', 'tools/user/user.ts', '--help'];
    const child = spawn(process.execPath, program, { cwd: projectRoot, stdio: [...stdio(file.fd)] });
    const said: string[] = [];
    child.stderr?.on('data', (chunk) => said.push(String(chunk)));

    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said.join('')).toBe(says);
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
