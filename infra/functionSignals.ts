import { GraphWidget, type Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { createAlarm, period, type Signals, type SignalsProps } from './signals';
import { backgroundEntries } from './wiring';

/** The Lambdas' errors, throttles and durations. */
export const functionSignals = (scope: Construct, { functions, background }: SignalsProps): Signals => {
  const all = [...functions.byName, ...background.byName];
  return {
    title: 'Functions',
    alarms: all.flatMap(([name, lambda]) => alarmsOf(scope, name, lambda)),
    widgets: [
      new GraphWidget({
        title: 'Calls',
        width: 8,
        left: all.map(([, lambda]) => lambda.metricInvocations({ period })),
      }),
      new GraphWidget({
        title: 'Errors and throttles',
        width: 8,
        left: all.flatMap(([, lambda]) => [lambda.metricErrors({ period }), lambda.metricThrottles({ period })]),
      }),
      new GraphWidget({
        title: 'Duration, p99',
        width: 8,
        left: all.map(([, lambda]) => lambda.metricDuration({ period, statistic: 'p99' })),
      }),
    ],
  };
};

const alarmsOf = (scope: Construct, name: string, lambda: Lambda): Alarm[] => [
  createAlarm(scope, `${name}Errors`, {
    metric: lambda.metricErrors({ period }),
    meaning: `${name} threw or ran out of time. Its log group has the stack trace by request id.`,
    from: 1,
  }),
  createAlarm(scope, `${name}Throttles`, {
    metric: lambda.metricThrottles({ period }),
    meaning: `${name} was called more often than its reserved concurrency allows. Raise it, or look for a flood.`,
    from: 1,
  }),
  ...(takesAllItsTime(name)
    ? []
    : [
        createAlarm(scope, `${name}Duration`, {
          metric: lambda.metricDuration({ period, statistic: 'p99' }),
          meaning: `${name} comes close to its time limit. Look at the trace map for a slow call.`,
          from: (lambda.timeout?.toMilliseconds() ?? 0) * 0.8,
        }),
      ]),
];

/**
 * Whether a function may use almost all its time: a scheduled one does when there is much to do, and the next run
 * begins elsewhere.
 */
const takesAllItsTime = (name: string): boolean =>
  backgroundEntries.some(([entry, { trigger }]) => entry === name && 'everyHours' in trigger);
