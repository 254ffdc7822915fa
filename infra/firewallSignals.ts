import { Aws } from 'aws-cdk-lib';
import { GraphWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { createAlarm, period, type Signals, type SignalsProps } from './signals';

/** The requests that the firewall allows and blocks; empty without a firewall. */
export const firewallSignals = (scope: Construct, { firewall }: SignalsProps): Signals[] => {
  if (!firewall) return [];
  // https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html
  const metric = (metricName: string) =>
    new Metric({
      namespace: 'AWS/WAFV2',
      metricName,
      statistic: 'Sum',
      period,
      dimensionsMap: { WebACL: firewall.metricName, Region: Aws.REGION, Rule: 'ALL' },
    });
  const blocked = metric('BlockedRequests');
  const alarm = createAlarm(scope, 'FirewallBlocks', {
    metric: blocked,
    meaning:
      'The firewall stopped 1000 requests: a flood, or a rule that hits our own clients. Its log names the rule.',
    from: 1000,
  });
  return [
    {
      title: 'Firewall',
      alarms: [alarm],
      widgets: [new GraphWidget({ title: 'Requests', width: 24, left: [metric('AllowedRequests'), blocked] })],
    },
  ];
};
