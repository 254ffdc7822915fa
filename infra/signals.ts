import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData, type IMetric, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import type { Construct } from 'constructs';
import type { Background } from './background';
import type { Firewall } from './firewall';
import type { Functions } from './functions';
import type { Storage } from './storage';

/** The resources to watch. */
export interface SignalsProps {
  readonly api: CfnGraphQLApi;
  readonly functions: Functions;
  readonly background: Background;
  readonly storage: Storage;
  readonly firewall?: Firewall;
}

/** One part of the dashboard and the alarms on its metrics. */
export interface Signals {
  readonly title: string;
  readonly alarms: readonly Alarm[];
  readonly widgets: readonly IWidget[];
}

export interface AlarmRule {
  readonly metric: IMetric;
  /** What has happened, and where to look first. */
  readonly meaning: string;
  /** The lowest value that is too much. */
  readonly from: number;
  /** How many consecutive periods must breach; default: 1. */
  readonly periods?: number;
}

/** The period of every alarm and graph. */
export const period = Duration.minutes(5);

/** An alarm that goes off at `from` or more; no data means that nothing happened. */
export const createAlarm = (scope: Construct, id: string, rule: AlarmRule): Alarm =>
  new Alarm(scope, id, {
    alarmName: `${Stack.of(scope).stackName}-${id}`,
    metric: rule.metric,
    alarmDescription: rule.meaning,
    threshold: rule.from,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: rule.periods ?? 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
