import { expect, it } from 'vitest';
import { watched } from '../../../tools/cost/sizes';
import { resourcesOf } from '../../infra/template/resources';
import { readProject, synthesize } from '../../infra/template/synthesize';

it.each(['dev', 'prod'] as const)('counts the alarms that %s has', { timeout: 120_000 }, async (stage) => {
  const { template } = synthesize(await readProject(), stage);

  expect(resourcesOf(template, 'AWS::CloudWatch::Alarm')).toHaveLength(watched[stage].alarms);
});
