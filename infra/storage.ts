import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { tables, type KeyAttribute, type TableDescription, type TableId } from '../config/table';
import { Bytes } from './bytes';
import type { StageConfig } from './config';
import { removalPolicyOf } from './removalPolicy';

/** Where files live: their bytes in a bucket, their rows in tables. */
export class Storage extends Construct {
  readonly bytes: Bytes;
  readonly tables: Readonly<Record<TableId, Table>>;

  constructor(scope: Construct, id: string, stage: StageConfig) {
    super(scope, id);
    this.bytes = new Bytes(this, 'Bytes', stage);
    this.tables = { files: createTable(this, 'files', stage), usage: createTable(this, 'usage', stage) };
  }
}

const createTable = (scope: Construct, id: TableId, stage: StageConfig): Table => {
  const description: TableDescription = tables[id];
  const table = new Table(scope, id, {
    tableName: description.name,
    partitionKey: keyOf(description.partitionKey),
    sortKey: keyOf(description.sortKey),
    timeToLiveAttribute: description.timeToLiveAttribute,
    ...(description.stream && { stream: StreamViewType.NEW_AND_OLD_IMAGES }),
    billingMode: BillingMode.PAY_PER_REQUEST,
    // With the AWS owned key, which is free. Uses of the AWS managed key are billed, and each DynamoDB host caches it
    // separately: a table with little traffic pays for most of its requests (aws-sdk-go-v2#2129).
    encryption: TableEncryption.DEFAULT,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: stage.keepsData,
    removalPolicy: removalPolicyOf(stage),
  });
  for (const index of description.localIndexes) {
    table.addLocalSecondaryIndex({
      indexName: index.name,
      sortKey: keyOf(index.sortKey),
      projectionType: ProjectionType.ALL,
    });
  }
  return table;
};

const keyOf = ({ name, type }: KeyAttribute) => ({
  name,
  type: type === 'S' ? AttributeType.STRING : AttributeType.NUMBER,
});
