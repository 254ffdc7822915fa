import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../tools/paths';

describe('tools/run.cjs', () => {
  it('says what to do when nothing is installed, in one line', async () => {
    expect(await runIn({})).toEqual({ code: 1, stderr: 'The dependencies are not installed. Run: npm ci\n' });
  });

  it('says where there is no permission, in one line', async () => {
    const refused =
      "exports.launch = async () => { throw Object.assign(new Error(), { code: 'EROFS', path: '/there' }); };";
    const files = { 'node_modules/esbuild/package.json': '{}', '.build/launch.cjs': refused };

    expect(await runIn(files)).toEqual({ code: 1, stderr: 'There is no permission for /there (EROFS).\n' });
  });
});

/** Starts a program in a checkout that holds these files only. */
async function runIn(files: Readonly<Record<string, string>>): Promise<{ code: unknown; stderr: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-fresh-'));
  const all = { 'package.json': '{ "type": "module" }', ...files };
  for (const [name, text] of Object.entries(all)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await mkdir(join(folder, 'tools'));
  await copyFile(join(projectRoot, 'tools/run.cjs'), join(folder, 'tools/run.cjs'));
  try {
    return await new Promise((resolve) => {
      execFile(process.execPath, ['tools/run.cjs', 'local/cli.ts'], { cwd: folder }, (error, _stdout, stderr) =>
        resolve({ code: error?.code, stderr }),
      );
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
