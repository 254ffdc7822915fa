import { GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { tableIds, type TableId } from '../config/table';
import { InvalidWiring } from './errors';
import { createAlarm, period, type Signals, type SignalsProps } from './signals';
import { backgroundEntries, tableSources } from './wiring';

/** The tables' throttles and failures, for the operations that the manifest allows and for transactions of them. */
export const tableSignals = (scope: Construct, { storage }: SignalsProps): Signals => {
  const watched = [...operationsByTable()].map(([id, operations]) => {
    const table = storage.tables[id];
    return {
      id,
      throttles: table.metricThrottledRequestsForOperations({ operations, period }),
      failures: table.metricSystemErrorsForOperations({ operations, period }),
      reads: table.metricConsumedReadCapacityUnits({ period }),
      writes: table.metricConsumedWriteCapacityUnits({ period }),
    };
  });
  return {
    title: 'Tables',
    alarms: [
      createAlarm(scope, 'TableUserErrors', {
        // DynamoDB counts these per account and region, which are this stage's alone, and includes cancelled
        // transactions: a full quota, two concurrent uploads. Those pass, while a real fault persists.
        // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
        metric: storage.tables.files.metricUserErrors({ period }),
        meaning:
          'DynamoDB goes on refusing requests as wrong or not allowed: a resolver or a grant is. Look at the latest change.',
        from: 20,
        periods: 3,
      }),
      ...watched.flatMap(({ id, throttles, failures }) => [
        createAlarm(scope, `${id}Throttles`, {
          metric: throttles,
          meaning: `The table ${id} refused requests: one user is hot, or the traffic doubled within half an hour.`,
          from: 1,
        }),
        createAlarm(scope, `${id}SystemErrors`, {
          metric: failures,
          meaning: `DynamoDB failed on the table ${id}. Look at the AWS Health page; AppSync does not try again.`,
          from: 1,
        }),
      ]),
    ],
    widgets: [
      new GraphWidget({
        title: 'Capacity used',
        width: 8,
        left: watched.flatMap(({ reads, writes }) => [reads, writes]),
      }),
      // Two graphs: both expressions name their parts after the operations, and names must be unique in a graph.
      ...watched.map(({ throttles }) => new GraphWidget({ title: 'Throttled requests', width: 8, left: [throttles] })),
      ...watched.map(({ failures }) => new GraphWidget({ title: 'System errors', width: 8, left: [failures] })),
    ],
  };
};

const operationsByTable = (): ReadonlyMap<TableId, Operation[]> =>
  new Map(
    tableIds.map((id) => {
      const actions = new Set(
        [...tableSources, ...backgroundEntries].flatMap(([, { may }]): readonly string[] => may[id] ?? []),
      );
      return [id, [...[...actions].map(operationOf), ...transactionsOf(actions)]] as const;
    }),
  );

const operationOf = (action: string): Operation => {
  const found = Object.values(Operation).find((operation) => `dynamodb:${operation}` === action);
  if (!found) throw new InvalidWiring(`DynamoDB has no metric for ${action}.`);
  return found;
};

/**
 * Whoever may write rows may do so in transactions. CloudWatch counts those as an operation of their own, for which IAM
 * has no action. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
 */
const transactionsOf = (actions: ReadonlySet<string>): readonly Operation[] =>
  ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'].some((action) => actions.has(action))
    ? [Operation.TRANSACT_WRITE_ITEMS]
    : [];
