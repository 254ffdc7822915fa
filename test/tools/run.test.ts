import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../tools/paths';

describe('tools/run.cjs', () => {
  it('says what to do when nothing is installed, in one line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myfiles-fresh-'));
    await mkdir(join(folder, 'tools'));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await copyFile(join(projectRoot, 'tools/run.cjs'), join(folder, 'tools/run.cjs'));

    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
      execFile(process.execPath, ['tools/run.cjs', 'local/cli.ts'], { cwd: folder }, (error, _stdout, text) =>
        resolve({ code: error?.code, stderr: text }),
      );
    });
    await rm(folder, { recursive: true });

    expect(stderr).toBe('The dependencies are not installed. Run: npm ci\n');
    expect(code).toBe(1);
  });
});
