import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../tools/paths';
import { at } from './template/json';

describe('npm run synth', { timeout: 120_000 }, () => {
  const output = mkdtempSync(join(tmpdir(), 'myfiles-synth-'));
  const kept = mkdtempSync(join(tmpdir(), 'myfiles-kept-'));
  afterAll(() => {
    rmSync(output, { recursive: true });
    rmSync(kept, { recursive: true });
  });

  it('writes the cloud assembly of the stage, with no account and no network', () => {
    const { status, stderr } = run('--stage', 'prod', '--output', output);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(at(read(join(output, 'manifest.json')), 'artifacts', 'MyFiles', 'properties', 'stackName')).toBe(
      'MyFiles-prod',
    );
    expect(at(read(join(output, 'MyFiles.template.json')), 'Resources')).toBeDefined();
  });

  it('leaves a folder alone that holds something else', () => {
    writeFileSync(join(kept, 'letter.txt'), 'mine');

    const { status, stderr } = run('--stage', 'dev', '--output', kept);

    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `${kept} holds something else than a cloud assembly: name another folder.\n`,
    });
    expect(readFileSync(join(kept, 'letter.txt'), 'utf8')).toBe('mine');
  });

  it('says in one line what is wrong with the command, and exits 1', () => {
    const { status, stderr } = run('--stage', 'moon');

    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'No stage is named moon: say --stage dev or --stage prod.\n',
    });
  });
});

function run(...args: string[]) {
  const tsx = join(projectRoot, 'node_modules/tsx/dist/cli.mjs');
  return spawnSync(process.execPath, [tsx, 'infra/app.ts', ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
