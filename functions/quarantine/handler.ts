import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { required } from '../shared/environment';
import { openTables } from '../shared/tables';
import { createQuarantine, type Outcome, type ScanResultEvent } from './quarantine';
import { openRejectableRows } from './rejectableRows';

const logger = new Logger({ serviceName: 'quarantine' });
const metrics = new Metrics({ namespace: 'MyFiles', serviceName: 'quarantine' });

const quarantine = createQuarantine({
  rows: openRejectableRows({ client: openTables(), table: required(process.env, 'FILES_TABLE'), now: Date.now }),
  bucket: required(process.env, 'BUCKET_NAME'),
});

export const handler = async (
  event: ScanResultEvent,
  context: Parameters<Logger['addContext']>[0],
): Promise<{ readonly outcome: Outcome }> => {
  logger.addContext(context);
  const outcome = await quarantine(event);
  const { s3ObjectDetails, scanResultDetails } = event.detail;
  logger.info('A scan was heeded.', { outcome, key: s3ObjectDetails.objectKey, threats: scanResultDetails.threats });
  metrics.addMetric('FilesRejected', MetricUnit.Count, outcome === 'REJECTED' ? 1 : 0);
  metrics.publishStoredMetrics();
  return { outcome };
};
