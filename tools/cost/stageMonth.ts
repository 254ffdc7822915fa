import type { StageConfig } from '../../infra/config';
import { managedRules } from '../../infra/firewallRules';
import { routes, sources } from '../../resolvers/manifest';
import { costOf, sumOf, timesOf } from './amounts';
import { amountsOf } from './amountsOf';
import { assumptions, day, month, people } from './assumptions';
import { cycle, following } from './cycle';
import type { Amounts } from './prices';
import { rowBytes, watched } from './sizes';

/** The amounts of a stage's month, by line of the bill. */
export const stageMonth = (stage: StageConfig): ReadonlyMap<string, Amounts> => {
  const users = people[stage.name];
  const days = users * month.workingDays;
  const uploads = days * day.uploads;
  const work = workOf(days);
  const gigabytes = (uploads * month.monthsStored * day.megabytesPerFile) / 1024;
  const rowGigabytes = (uploads * month.monthsStored * rowBytes * 5) / 1024 ** 3;
  const requests = work.appsyncRequest ?? 0;
  const calls = work.lambdaCall ?? 0;
  const logBytes = requests * assumptions.logKilobytes[stage.fieldLogLevel] + calls * assumptions.logKilobytes.function;
  const share = (month.workingDays * day.hours) / month.hours;
  return new Map<string, Amounts>([
    ['Activity of all users', work],
    [
      'Bytes stored and fetched',
      { s3GbMonth: gigabytes, s3GbOut: (days * day.downloads * day.megabytesPerFile) / 1024 },
    ],
    ['Rows stored', { dynamoGbMonth: rowGigabytes }],
    ['Point-in-time recovery of the rows', { recoveryGbMonth: rowGigabytes }],
    ['Sign-in', stage.threatProtection ? { cognitoPlus: users } : { cognitoEssentials: Math.max(0, users - 10_000) }],
    ['Firewall', stage.firewall ? { wafAcl: 1, wafRule: 1 + managedRules.length, wafRequest: requests } : {}],
    ['Logs', { logGb: logBytes / 1024 ** 2 }],
    ['Metrics of fields, sources and operations', { metricMonth: metricCount * share }],
    ['Alarms and dashboard', { alarmMetric: watched[stage.name].alarmMetrics, dashboard: 1 }],
    ['Traces, every request', { trace: requests + uploads * 2 }],
  ]);
};

const workOf = (days: number): Amounts =>
  sumOf([
    ...[cycle.ticket, cycle.put, cycle.save, following.batch, following.file].map((step) =>
      timesOf(amountsOf(step), days * day.uploads),
    ),
    timesOf(amountsOf(cycle.list), days * day.lists),
    ...[cycle.download, cycle.get].map((step) => timesOf(amountsOf(step), days * day.downloads)),
    { appsyncMinute: days * day.hours * 60 },
  ]);

/**
 * AppSync's enhanced metrics, at most: five per resolver, three per source, and two per operation, with about one
 * operation per field. https://docs.aws.amazon.com/appsync/latest/APIReference/API_EnhancedMetricsConfig.html
 */
const metricCount = Object.keys(routes).length * (5 + 2) + Object.keys(sources).length * 3;

/** US dollars for a whole month. */
export const totalOf = (parts: ReadonlyMap<string, Amounts>): number =>
  [...parts.values()].reduce((total, amounts) => total + costOf(amounts), 0);

/** What a GuardDuty malware scan of every upload would add; no stage has it turned on. */
export const malwareScan = (stage: StageConfig): Amounts => {
  const uploads = people[stage.name] * month.workingDays * day.uploads;
  return { malwareGb: (uploads * day.megabytesPerFile) / 1024, malwareObject: uploads };
};
