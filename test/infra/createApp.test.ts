import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnResource, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { afterAll, describe, expect, it } from 'vitest';
import { stages, type StageConfig } from '../../infra/config';
import { createApp } from '../../infra/createApp';
import { isObject } from './template/json';
import { readProject, synthesize } from './template/synthesize';

const input = await readProject();
const outdir = mkdtempSync(join(tmpdir(), 'myfiles-app-'));

afterAll(() => {
  rmSync(outdir, { recursive: true });
});

describe.each(['dev', 'prod'] as const)('the app of %s', { timeout: 120_000 }, (name) => {
  const stage: StageConfig = { ...stages[name], alarmEmail: 'duty@example.com', malwareScan: name === 'prod' };
  const create = () => createApp({ ...input, stage, outdir });

  it('gives the same template each time', () => {
    expect(JSON.stringify(synthesize(input, name).template)).toBe(JSON.stringify(synthesize(input, name).template));
  });

  it.each([
    ['AwsSolutions', new AwsSolutionsChecks()],
    ['Serverless', new ServerlessChecks()],
  ])('passes the rules of cdk-nag: %s', (_, pack) => {
    expect(pack.validateScope(create().app)).toEqual({ success: true, violations: [] });
  });

  it('says for each rule that does not hold why, in a sentence', () => {
    const reasons = create().app.node.findAll().flatMap(acknowledgementsOf);

    expect(reasons.map(([id]) => id)).toContain('AwsSolutions-ASC3');
    for (const [, reason] of reasons) expect(reason).toMatch(/^.{20,}\.$/);
  });

  it('acknowledges just the rules that do not hold', () => {
    const { app } = create();
    const acknowledged = app.node.findAll().flatMap(acknowledgementsOf);
    for (const construct of app.node.findAll()) forgetAcknowledgements(construct);

    const broken = [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap(
      (pack) => pack.validateScope(app).violations,
    );

    expect(new Set(acknowledged.map(([id]) => id))).toEqual(new Set(broken.map(({ ruleName }) => ruleName)));
  });

  it('does not come out with a bucket that breaks a rule of cdk-nag', () => {
    const { app, stack } = create();
    new Bucket(stack, 'Open');

    expect(() => app.synth()).toThrow('AwsSolutions-S1');
  });

  it('does not come out with a resource that CloudFormation would refuse', () => {
    const { app, stack } = create();
    new CfnResource(stack, 'Wrong', { type: 'AWS::SQS::Queue', properties: { VisibilityTimeout: 'soon' } });

    expect(() => app.synth()).toThrow('CloudFormation-Validate::F3012');
  });
});

function acknowledgementsOf(construct: IConstruct): [id: string, reason: string][] {
  return construct.node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }): [string, unknown][] => (isObject(data) ? Object.entries(data) : []))
    .map(([id, reason]) => [id.replace(/^annotation::/i, ''), String(reason)]);
}

function forgetAcknowledgements(construct: IConstruct): void {
  Object.defineProperty(construct.node, 'metadata', { value: [] });
}
