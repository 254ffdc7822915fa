import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { required } from '../shared/environment';
import { openFileBytes } from '../shared/fileBytes';
import { openTables } from '../shared/tables';
import { createFollowRecords } from './followRecords';
import { createFollowTable, type StreamAnswer, type StreamEvent } from './followTable';
import { createPublisher } from './publisher';
import { createLowerUsage } from './usage';

const logger = new Logger({ serviceName: 'followTable' });
const metrics = new Metrics({ namespace: 'MyFiles', serviceName: 'followTable' });

const follow = createFollowRecords({
  bytes: openFileBytes(process.env),
  putLifetimeMilliseconds: Number(required(process.env, 'PENDING_LIFETIME_SECONDS')) * 1000,
  lowerUsage: createLowerUsage({ client: openTables(), table: required(process.env, 'USAGE_TABLE'), now: Date.now }),
  publish: createPublisher(process.env),
});

const followTable = createFollowTable({
  follow,
  onFailure: (error, { dynamodb: { Keys, SequenceNumber } }) =>
    logger.error('A record could not be followed.', {
      error: error instanceof Error ? error : String(error),
      Keys,
      SequenceNumber,
    }),
});

export const handler = async (
  event: StreamEvent,
  context: Parameters<Logger['addContext']>[0],
): Promise<StreamAnswer> => {
  logger.addContext(context);
  const answer = await followTable(event);
  const failed = answer.batchItemFailures.length;
  logger.info('Followed.', { records: event.Records.length, failed });
  metrics.addMetric('RecordsFollowed', MetricUnit.Count, event.Records.length - failed);
  metrics.addMetric('RecordsFailed', MetricUnit.Count, failed);
  metrics.publishStoredMetrics();
  return answer;
};
