import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { required } from '../shared/environment';
import { openFileBytes } from '../shared/fileBytes';
import { openTables } from '../shared/tables';
import { changeOf } from './change';
import { followChange } from './followChange';
import { createFollowTable, type StreamAnswer, type StreamEvent } from './followTable';
import { createTurns } from './inTurns';
import { createPublisher } from './publisher';
import { createUsage } from './usage';

const logger = new Logger({ serviceName: 'followTable' });
const metrics = new Metrics({ namespace: 'MyFiles', serviceName: 'followTable' });

const inTurns = createTurns();
const usage = createUsage({ client: openTables(), table: required(process.env, 'USAGE_TABLE'), now: Date.now });
const tools = {
  bytes: openFileBytes(process.env),
  // All files of a person share one total: transactions on it at once would only refuse each other.
  usage: {
    settle: (row) => inTurns(row.UserId, () => usage.settle(row)),
    free: (row) => inTurns(row.UserId, () => usage.free(row)),
  } satisfies typeof usage,
  publish: createPublisher(process.env),
};

const followTable = createFollowTable({
  follow: (record) => followChange(changeOf(record), tools),
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
