import type { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { bucket } from '../config/bucket';
import { tables as tableDescriptions, type TableId } from '../config/table';
import type { Grants } from '../resolvers/wiringTypes';
import { allow } from './allow';
import { splitCoordinate, tableIds } from './wiring';

/** Rows are reached through their table; its indexes, each by name, by a Query only. */
export const tableStatements = (may: Grants, tables: Readonly<Record<TableId, Table>>): PolicyStatement[] =>
  tableIds.flatMap((id) => {
    const actions = may[id] ?? [];
    const { tableArn } = tables[id];
    const onIndexes = actions.filter((action) => action === 'dynamodb:Query');
    const onTable = actions.filter((action) => action !== 'dynamodb:Query');
    const indexes = tableDescriptions[id].localIndexes.map(({ name }) => `${tableArn}/index/${name}`);
    return [...allow(onTable, [tableArn]), ...allow(onIndexes, [tableArn, ...indexes])];
  });

/** Actions on objects reach the users' prefix only; listing is asked of the bucket itself. */
export const bytesStatements = ({ bucket: actions = [] }: Grants, bytes: Bucket): PolicyStatement[] => {
  const onBucket = actions.filter((action) => bucketActions.includes(action));
  const onObjects = actions.filter((action) => !bucketActions.includes(action));
  return [...allow(onObjects, [bytes.arnForObjects(`${bucket.keyPrefix}*`)]), ...allow(onBucket, [bytes.bucketArn])];
};

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
const bucketActions: readonly string[] = ['s3:ListBucket', 's3:ListBucketMultipartUploads', 's3:ListBucketVersions'];

/**
 * Fields of the API, each by its own name.
 * https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#aws-iam-authorization
 */
export const fieldStatements = ({ fields = [] }: Grants, api: CfnGraphQLApi): PolicyStatement[] =>
  allow(
    fields.length === 0 ? [] : ['appsync:GraphQL'],
    fields.map((coordinate) => {
      const [typeName, fieldName] = splitCoordinate(coordinate);
      return `${api.attrArn}/types/${typeName}/fields/${fieldName}`;
    }),
  );
