import { expect, it } from 'vitest';
import { watched } from '../../../tools/cost/sizes';
import { metricsOf } from '../../infra/template/metricsOf';
import { resourcesOf } from '../../infra/template/resources';
import { readProject, synthesize } from '../../infra/template/synthesize';

it.each(['dev', 'prod'] as const)('counts the metrics that alarms of %s watch', { timeout: 120_000 }, async (stage) => {
  const { template } = synthesize(await readProject(), stage);
  const metrics = resourcesOf(template, 'AWS::CloudWatch::Alarm').flatMap(({ properties }) => metricsOf(properties));

  expect(metrics).toHaveLength(watched[stage].alarmMetrics);
});
