import { execFile } from 'node:child_process';
import { copyFile, link, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../tools/paths';
import { run } from '../support/runProgram';

describe('tools/run.cjs', () => {
  it.each([
    { program: 'tools/user/user.ts', from: tmpdir() },
    { program: './tools/user/user.ts', from: projectRoot },
    { program: '../user/user.ts', from: join(projectRoot, 'tools/upload') },
    { program: join(projectRoot, 'tools/user/user.ts'), from: tmpdir() },
  ])('finds $program from $from', async ({ program, from }) => {
    const { code, output } = await run(program, ['--help'], from).ended;

    expect(output).toMatch(/^Manages the users/);
    expect(code).toBe(0);
  });

  it.each(['tools/nothing.ts', ''])('says in one line that there is no program "%s"', async (program) => {
    const output = `There is no program "${program}". Usage: node tools/run.cjs PROGRAM.ts [arguments]\n`;

    expect(await run(program, []).ended).toEqual({ code: 1, output });
  });

  it('says what to do when nothing is installed, in one line', async () => {
    expect(await runIn({})).toEqual({ code: 1, stderr: 'The dependencies are not installed. Run: npm ci\n' });
  });

  it('says where there is no permission, in one line', async () => {
    const refused =
      "exports.launch = async () => { throw Object.assign(new Error(), { code: 'EROFS', path: '/there' }); };";
    const files = { 'node_modules/esbuild/package.json': '{}', '.build/launch.cjs': refused };

    expect(await runIn(files)).toEqual({ code: 1, stderr: 'Permission denied: /there (EROFS).\n' });
  });

  it('puts a new launcher in the place of the old one, which whoever opened it reads to its end', async () => {
    const launcher =
      "exports.launch = async () => console.error(require('node:fs').readFileSync(`${__dirname}/opened`, 'utf8'));";
    const files = {
      'node_modules/esbuild/index.js': `exports.buildSync = () => ({ outputFiles: [{ contents: ${JSON.stringify(launcher)} }] });`,
      'node_modules/esbuild/package.json': '{}',
      'tools/launch.ts': '',
      '.build/launch.cjs': 'the old launcher',
    };
    const prepare = async (folder: string) => {
      await link(join(folder, '.build/launch.cjs'), join(folder, '.build/opened'));
      await utimes(join(folder, '.build/launch.cjs'), 0, 0);
    };

    expect(await runIn(files, prepare)).toMatchObject({ stderr: 'the old launcher\n' });
  });

  it('bundles the launcher again when any module that it may import has changed', async () => {
    const launcherThatSays = (text: string) => `exports.launch = async () => console.error('${text}');`;
    const files = {
      'node_modules/esbuild/index.js': `exports.buildSync = () => ({ outputFiles: [{ contents: ${JSON.stringify(launcherThatSays('new'))} }] });`,
      'node_modules/esbuild/package.json': '{}',
      'tools/schemaMark.ts': '',
      '.build/launch.cjs': launcherThatSays('old'),
    };
    const prepare = (folder: string) => utimes(join(folder, '.build/launch.cjs'), 0, 0);

    expect(await runIn(files, prepare)).toMatchObject({ stderr: 'new\n' });
  });
});

/** Starts a program in a checkout that holds only these files. */
async function runIn(
  files: Readonly<Record<string, string>>,
  prepare: (folder: string) => Promise<void> = async () => undefined,
): Promise<{ code: unknown; stderr: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-fresh-'));
  const all = { 'package.json': '{ "type": "module" }', 'local/cli.ts': '', ...files };
  for (const [name, text] of Object.entries(all)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await mkdir(join(folder, 'tools'), { recursive: true });
  await copyFile(join(projectRoot, 'tools/run.cjs'), join(folder, 'tools/run.cjs'));
  await prepare(folder);
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
