import { GraphWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { createAlarm, period, type Signals, type SignalsProps } from './signals';
import { backgroundEntries } from './wiring';

/** How far behind the stream its followers are, what they gave up, and what `reconcile` found lost. */
export const backgroundSignals = (scope: Construct, { background }: SignalsProps): Signals => {
  const letters = background.deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' });
  const followers = backgroundEntries.flatMap(([name, { trigger }]) => {
    const lambda = background.byName.get(name);
    return lambda && 'stream' in trigger ? [{ name, functionName: lambda.functionName }] : [];
  });
  const ages = followers.map(({ name, functionName }) => ({
    name,
    age: new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'IteratorAge',
      statistic: 'Maximum',
      period,
      dimensionsMap: { FunctionName: functionName },
    }),
  }));
  // As `functions/reconcile/handler.ts` reports its findings.
  const lost = new Metric({
    namespace: 'MyFiles',
    metricName: 'RowsWithoutBytes',
    statistic: 'Maximum',
    period,
    dimensionsMap: { service: 'reconcile' },
  });
  return {
    title: 'Background',
    alarms: [
      ...ages.map(({ name, age }) =>
        createAlarm(scope, `${name}Age`, {
          metric: age,
          meaning: `${name} is ten minutes behind: a change fails again and again, or there are too many of them.`,
          from: 10 * 60 * 1000,
        }),
      ),
      createAlarm(scope, 'DeadLetters', {
        metric: letters,
        meaning: 'Changes of rows were given up: their bytes, their usage or their events are missing. Replay them.',
        from: 1,
      }),
      createAlarm(scope, 'LostBytes', {
        metric: lost,
        meaning: 'Saved files have lost their bytes, which nothing can repair. The log of reconcile names them.',
        from: 1,
      }),
    ],
    widgets: [
      new GraphWidget({ title: 'Behind the stream', width: 8, left: ages.map(({ age }) => age) }),
      new GraphWidget({ title: 'Dead letters', width: 8, left: [letters] }),
      new GraphWidget({ title: 'Files without bytes', width: 8, left: [lost] }),
    ],
  };
};
