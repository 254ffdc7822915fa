import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../tools/paths';
import { isObject, type Json } from '../../infra/template/json';
import { onlyResource, resourcesOf } from '../../infra/template/resources';
import { readProject, synthesize } from '../../infra/template/synthesize';

const folder = mkdtempSync(join(tmpdir(), 'myfiles-diff-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `npm run diff` as on a machine without an account, a region or a home folder. */
const diff = (...args: readonly string[]): Promise<{ status: number | null; output: string }> =>
  new Promise((resolve) => {
    const command = ['tools/run.cjs', 'tools/cloud/diff.ts', ...args, '--output', join(folder, 'cdk.out')];
    const env = { PATH: process.env.PATH, HOME: '/nowhere', AWS_EC2_METADATA_DISABLED: 'true', NO_COLOR: '1' };
    const child = execFile(process.execPath, command, { cwd: projectRoot, env }, (_, stdout, stderr) =>
      resolve({ status: child.exitCode, output: stdout + stderr }),
    );
  });

const keep = (name: string, template: Json): string => {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(template));
  return file;
};

/** A template with one property of a resource changed. */
const withProperty = (template: Json, id: string, name: string, value: unknown): Json => {
  const resources = isObject(template.Resources) ? template.Resources : {};
  const resource = isObject(resources[id]) ? resources[id] : {};
  const properties = isObject(resource.Properties) ? resource.Properties : {};
  const changed = { ...resource, Properties: { ...properties, [name]: value } };
  return { ...template, Resources: { ...resources, [id]: changed } };
};

describe('npm run diff', { timeout: 180_000 }, () => {
  it('finds nothing between a stage and its own template, and needs no account for it', async () => {
    const { template } = synthesize(await readProject(), 'dev');

    const { status, output } = await diff('--stage', 'dev', '--against', keep('same', template));

    expect(output).toContain('There were no differences');
    expect(status).toBe(0);
  });

  it('says what a deployment would change, and what it would replace', async () => {
    const { template } = synthesize(await readProject(), 'dev');
    const { id: pool } = onlyResource(template, 'AWS::Cognito::UserPool');
    const [table] = resourcesOf(template, 'AWS::DynamoDB::Table');
    const older = withProperty(
      withProperty(template, table?.id ?? '', 'TableName', 'AnOlderName'),
      pool,
      'UserPoolTier',
      'LITE',
    );

    const { status, output } = await diff('--stage', 'dev', '--against', keep('older', older));

    expect(status).toBe(0);
    expect(output).toMatch(new RegExp(`AWS::Cognito::UserPool .*${pool}\\n(.*\\n)*?.*UserPoolTier`));
    expect(output).toMatch(new RegExp(`AWS::DynamoDB::Table .*${table?.id}.* replace`));
    expect(output).toContain('TableName (requires replacement)');
  });

  it.each([
    ['the template is not named', ['--stage', 'dev', '--against'], 'Name a template: --against template.json.'],
    [
      'the template is not there',
      ['--stage', 'dev', '--against', '/nowhere.json'],
      '/nowhere.json cannot be read. Name a template that npm run synth wrote.',
    ],
    ['the stage is unknown', ['--stage', 'moon'], 'There is no stage moon: use --stage dev or --stage prod.'],
    [
      'there is no account to compare with',
      ['--stage', 'dev'],
      'No region is set. Set AWS_REGION, or a region in your AWS profile.',
    ],
  ])('says in one line that %s', async (_, args, line) => {
    expect(await diff(...args)).toEqual({ status: 1, output: `${line}\n` });
  });
});
