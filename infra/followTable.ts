import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, StartingPosition, type Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { streamMapping } from '../config/background';
import { allow } from './allow';
import { InvalidWiring } from './errors';

/**
 * Delivers each change of a table to a function, in order for each row. A failed batch is retried from the record that
 * failed, then in halves; the queue is told what is given up.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html
 */
export const followTable = (lambda: Lambda, table: Table, deadLetters: Queue): void => {
  new EventSourceMapping(lambda, 'Stream', {
    target: lambda,
    eventSourceArn: streamOf(table),
    // Misses no change that is made while the mapping is being created.
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: streamMapping.batchSize,
    maxBatchingWindow: Duration.seconds(streamMapping.batchingWindowSeconds),
    retryAttempts: streamMapping.maximumRetryAttempts,
    bisectBatchOnError: streamMapping.bisectBatchOnFunctionError,
    reportBatchItemFailures: streamMapping.reportBatchItemFailures,
    onFailure: new SqsDlq(deadLetters),
  });
};

/** What the mapping needs of the function's role. https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html */
export const streamStatements = (table: Table, deadLetters: Queue): PolicyStatement[] => [
  ...allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [streamOf(table)]),
  // It lists the names of streams, and supports no resource-level permissions.
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
  ...allow(['dynamodb:ListStreams'], ['*']),
  ...allow(['sqs:SendMessage'], [deadLetters.queueArn]),
];

const streamOf = (table: Table): string => {
  if (table.tableStreamArn === undefined) throw new InvalidWiring('A table that is followed has to have a stream.');
  return table.tableStreamArn;
};
