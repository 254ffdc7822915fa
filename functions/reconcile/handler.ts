import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { required } from '../shared/environment';
import { openFileBytes } from '../shared/fileBytes';
import { openTables } from '../shared/tables';
import { createReconcile, type Report } from './reconcile';

/** The event of the schedule, or of a manual invocation. */
export interface ReconcileEvent {
  /** Safe only while no change is waiting for the follower. */
  readonly repairUsage?: boolean;
}

const logger = new Logger({ serviceName: 'reconcile' });
const metrics = new Metrics({ namespace: 'MyFiles', serviceName: 'reconcile' });

/** Bytes older than this belong to no operation in progress: rows precede bytes, and a PUT takes less than a day. */
const graceMilliseconds = (Number(required(process.env, 'PENDING_LIFETIME_SECONDS')) + 3_600) * 1000;

/** The time reserved for the report. */
const reserveMilliseconds = 20_000;

const reconcile = createReconcile({
  tables: openTables(),
  filesTable: required(process.env, 'FILES_TABLE'),
  usageTable: required(process.env, 'USAGE_TABLE'),
  bytes: openFileBytes(process.env),
  graceMilliseconds,
  now: Date.now,
  warn: (message, details) => logger.warn(message, { ...details }),
});

export const handler = async (
  event: ReconcileEvent,
  context: Parameters<Logger['addContext']>[0] & { readonly getRemainingTimeInMillis: () => number },
): Promise<Report> => {
  logger.addContext(context);
  const report = await reconcile({
    repairUsage: event.repairUsage === true,
    start: Math.random(),
    hasTime: () => context.getRemainingTimeInMillis() > reserveMilliseconds,
  });
  logger.info('Reconciled.', { report });
  for (const [name, value] of Object.entries(report)) metrics.addMetric(capitalise(name), MetricUnit.Count, value);
  metrics.publishStoredMetrics();
  if (report.failed > 0) throw new PeopleNotCompared(report);
  return report;
};

/** Some people could not be compared; the log says who and why. The run is a failure only once it has ended. */
class PeopleNotCompared extends Error {
  override readonly name = 'PeopleNotCompared';

  constructor({ failed, users }: Report) {
    super(`${failed} of ${users} people could not be compared.`);
  }
}

const capitalise = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
