import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { usage } from '../../infra/options';
import { projectRoot } from '../../tools/paths';
import { at } from './template/json';

describe('npm run synth', { timeout: 120_000 }, () => {
  const output = mkdtempSync(join(tmpdir(), 'myfiles-synth-'));
  const kept = mkdtempSync(join(tmpdir(), 'myfiles-kept-'));
  afterAll(() => {
    rmSync(output, { recursive: true });
    rmSync(kept, { recursive: true });
  });

  it('writes an assembly that the CDK tool reads, with no account and no network', async () => {
    const { status, stderr } = await run('--stage', 'prod', '--output', output);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(at(read(join(output, 'manifest.json')), 'artifacts', 'MyFiles', 'properties', 'stackName')).toBe(
      'MyFiles-prod',
    );
    expect(at(read(join(output, 'MyFiles.template.json')), 'Resources')).toBeDefined();
    expect(await start('node_modules/aws-cdk/bin/cdk', 'ls', '--app', output)).toMatchObject({
      status: 0,
      stdout: 'MyFiles (MyFiles-prod)\n',
    });
  });

  it('leaves a folder alone that holds something else', async () => {
    writeFileSync(join(kept, 'letter.txt'), 'mine');

    const { status, stderr } = await run('--stage', 'dev', '--output', kept);

    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `${kept} holds something else than a cloud assembly: name another folder.\n`,
    });
    expect(readFileSync(join(kept, 'letter.txt'), 'utf8')).toBe('mine');
  });

  it('says for --help what it takes', async () => {
    expect(await run('--help')).toEqual({ status: 0, stdout: `npm run synth -- ${usage}\n`, stderr: '' });
  });

  it.each([
    [['--stage', 'moon'], 'There is no stage moon: use --stage dev or --stage prod.'],
    [['--colour'], "Unknown option '--colour'. See --help."],
  ])('says in one line what is wrong with %j, and exits 1', async (args, line) => {
    const { status, stderr } = await run(...args);

    expect({ status, stderr }).toEqual({ status: 1, stderr: `${line}\n` });
  });
});

function run(...args: string[]) {
  return start('tools/run.cjs', 'infra/app.ts', ...args);
}

function start(...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const options = { cwd: projectRoot, env: { PATH: process.env.PATH, HOME: process.env.HOME } };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, options, (_, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr });
    });
  });
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
