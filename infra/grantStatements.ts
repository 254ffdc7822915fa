import type { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { bucket } from '../config/bucket';
import { tableIds, tables as tableDescriptions, type TableId } from '../config/table';
import type { Grants } from '../resolvers/wiringTypes';
import { allow } from './allow';
import { splitCoordinate } from './wiring';

/** Allows actions on tables; indexes, each by name, are open to Query only. */
export const tableStatements = (may: Grants, tables: Readonly<Record<TableId, Table>>): PolicyStatement[] =>
  tableIds.flatMap((id) => {
    const actions = may[id] ?? [];
    const { tableArn } = tables[id];
    const onIndexes = actions.filter((action) => action === 'dynamodb:Query');
    const onTable = actions.filter((action) => action !== 'dynamodb:Query');
    const indexes = tableDescriptions[id].localIndexes.map(({ name }) => `${tableArn}/index/${name}`);
    return [...allow(onTable, [tableArn]), ...allow(onIndexes, [tableArn, ...indexes])];
  });

/** Allows object actions on the users' prefix only, and listing on the bucket itself. */
export const bytesStatements = ({ bucket: actions = [] }: Grants, bytes: Bucket): PolicyStatement[] => {
  const { onBucket, onObjects } = splitActions(actions);
  return [...allow(onObjects, [bytes.arnForObjects(`${bucket.keyPrefix}*`)]), ...allow(onBucket, [bytes.bucketArn])];
};

/** All keys of the person that a session's tag names. */
export const ownersKeys = `${bucket.keyPrefix}\${aws:PrincipalTag/owner}/*`;

/**
 * What a session may reach: the objects of the person that its tag names. To report a missing object, HEAD needs
 * s3:ListBucket, and it sends no prefix. That leaves one thing open, which no function does: a listing without a prefix
 * returns everyone's keys, though these reveal neither names nor contents.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_iam-tags.html
 */
export const ownersStatements = ({ ownersBytes: actions = [] }: Grants, bytes: Bucket): PolicyStatement[] => {
  const { onBucket, onObjects } = splitActions(actions);
  const listing = allow(onBucket, [bytes.bucketArn]);
  for (const statement of listing) {
    statement.addCondition('StringLikeIfExists', { 's3:prefix': ownersKeys });
    statement.addCondition('Null', { 'aws:PrincipalTag/owner': 'false' });
  }
  return [...allow(onObjects, [bytes.arnForObjects(ownersKeys)]), ...listing];
};

const splitActions = (actions: readonly string[]) => ({
  onBucket: actions.filter((action) => bucketActions.includes(action)),
  onObjects: actions.filter((action) => !bucketActions.includes(action)),
});

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
const bucketActions: readonly string[] = ['s3:ListBucket', 's3:ListBucketMultipartUploads', 's3:ListBucketVersions'];

/**
 * Allows fields of the API, each by its own name.
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
