import { GraphWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { createAlarm, period, type Signals, type SignalsProps } from './signals';

/** The API's errors and latency. https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html */
export const apiSignals = (scope: Construct, { api }: SignalsProps): Signals => {
  const metric = (metricName: string, statistic: string) =>
    new Metric({
      namespace: 'AWS/AppSync',
      metricName,
      statistic,
      period,
      dimensionsMap: { GraphQLAPIId: api.attrApiId },
    });
  const serverErrors = metric('5XXError', 'Sum');
  const latency = metric('Latency', 'p99');
  return {
    title: 'API',
    alarms: [
      createAlarm(scope, 'ApiServerErrors', {
        metric: serverErrors,
        meaning: 'AppSync itself failed to answer. Look at the AWS Health page first, then at the API log group.',
        from: 1,
      }),
      createAlarm(scope, 'ApiLatency', {
        metric: latency,
        meaning: 'One request in a hundred takes 3 seconds or more. Look at the trace map for the slow source.',
        from: 3000,
        periods: 3,
      }),
    ],
    widgets: [
      new GraphWidget({
        title: 'Requests and errors',
        width: 12,
        left: [metric('Requests', 'Sum'), metric('4XXError', 'Sum'), serverErrors],
      }),
      new GraphWidget({ title: 'Latency', width: 12, left: [metric('Latency', 'p50'), latency] }),
    ],
  };
};
