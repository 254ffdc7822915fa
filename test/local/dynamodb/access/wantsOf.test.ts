import { describe, expect, it } from 'vitest';
import { wantsOf } from '../../../../local/dynamodb/access/wantsOf';

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table';
const stream = `${table}/T/stream/2026`;

describe('what IAM is asked of a request', () => {
  it.each([
    ['GetItem', { TableName: 'T' }, [`dynamodb:GetItem on ${table}/T`]],
    ['Query', { TableName: 'T', IndexName: 'I' }, [`dynamodb:Query on ${table}/T/index/I`]],
    ['Scan', { TableName: `${table}/T` }, [`dynamodb:Scan on ${table}/T`]],
    [
      'BatchGetItem',
      { RequestItems: { T: {}, U: {} } },
      [`dynamodb:BatchGetItem on ${table}/T`, `dynamodb:BatchGetItem on ${table}/U`],
    ],
    ['TransactGetItems', { TransactItems: [{ Get: { TableName: 'T' } }] }, [`dynamodb:GetItem on ${table}/T`]],
    [
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: 'T' } },
          { Update: { TableName: 'U' } },
          { Delete: { TableName: 'T' } },
          { ConditionCheck: { TableName: 'U' } },
        ],
      },
      [
        `dynamodb:PutItem on ${table}/T`,
        `dynamodb:UpdateItem on ${table}/U`,
        `dynamodb:DeleteItem on ${table}/T`,
        `dynamodb:ConditionCheckItem on ${table}/U`,
      ],
    ],
    ['ListTables', {}, ['dynamodb:ListTables on *']],
    ['DynamoDBStreams.ListStreams', { TableName: 'T' }, ['dynamodb:ListStreams on *']],
    ['DynamoDBStreams.DescribeStream', { StreamArn: stream }, [`dynamodb:DescribeStream on ${stream}`]],
    ['DynamoDBStreams.GetRecords', { ShardIterator: `${stream}|1|abc` }, [`dynamodb:GetRecords on ${stream}`]],
    [
      'DynamoDBStreams.GetRecords',
      { StreamArn: `${table}/U/stream/2026`, ShardIterator: `${stream}|1|abc` },
      [`dynamodb:GetRecords on ${stream}`],
    ],
    ['PutItem', { TableName: 'T', IndexName: 'I' }, [`dynamodb:PutItem on ${table}/T`]],
    ['GetItem', 'no object', ['dynamodb:GetItem on *']],
    ['TransactWriteItems', { TransactItems: 'no list' }, []],
  ])('of %s', (operation, input, wanted) => {
    expect(wantsOf(operation, input).map(({ action, resource }) => `${action} on ${resource}`)).toEqual(wanted);
  });
});
