import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../infra/options';
import { at, listOf } from './template/json';
import { onlyResource, resourcesOf } from './template/resources';
import { readProject, synthesize } from './template/synthesize';

const input = await readProject();
const stackOf = (...options: readonly string[]) =>
  synthesize(input, parseOptions(['--stage', 'prod', ...options]).stage).template;

describe('the budget of a stage', { timeout: 120_000 }, () => {
  const template = stackOf('--budget', '50', '--alarm-email', 'duty@example.com');
  const { properties } = onlyResource(template, 'AWS::Budgets::Budget');

  it('is the dollars of a month that --budget says', () => {
    expect(at(properties, 'Budget')).toMatchObject({
      BudgetType: 'COST',
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: 50, Unit: 'USD' },
    });
  });

  it('counts what carries the tag that everything in the stack has', () => {
    const [filter] = listOf(at(properties, 'Budget', 'CostFilters', 'TagKeyValue'));
    const [, key, value] = /^user:(\w+)\$(\w+)$/.exec(String(filter)) ?? [];

    const tables = resourcesOf(template, 'AWS::DynamoDB::Table');
    const buckets = resourcesOf(template, 'AWS::S3::Bucket');
    expect(tables.length + buckets.length).toBeGreaterThan(2);
    for (const resource of [...tables, ...buckets]) {
      expect(listOf(resource.properties.Tags)).toContainEqual({ Key: key, Value: value });
    }
  });

  it('is told to the address of alarms: at four fifths, and when the forecast passes it', () => {
    const told = listOf(at(properties, 'NotificationsWithSubscribers')).map((entry) => ({
      type: at(entry, 'Notification', 'NotificationType'),
      threshold: at(entry, 'Notification', 'Threshold'),
      who: at(entry, 'Subscribers'),
    }));

    const who = [{ SubscriptionType: 'EMAIL', Address: 'duty@example.com' }];
    expect(told).toEqual([
      { type: 'ACTUAL', threshold: 80, who },
      { type: 'FORECASTED', threshold: 100, who },
    ]);
  });

  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-budgets-budget.html
  it('has no name that would be taken when another address replaces it', () => {
    expect(at(properties, 'Budget')).not.toHaveProperty('BudgetName');
  });

  it('is not there without the option', () => {
    expect(resourcesOf(stackOf('--alarm-email', 'duty@example.com'), 'AWS::Budgets::Budget')).toEqual([]);
  });
});
