import {
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
} from '@aws-sdk/client-s3';
import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { tables } from '../../config/table';
import { readTotals, type Totals } from '../../functions/reconcile/totals';
import { place } from '../../local/place';
import type { FileRow } from '../../resolvers/shared/fileRow';
import type { HeldTwin } from './holdTwin';

const Bucket = place.bucketName;

/** A person's rows, read directly from the table. */
export const rowsOf = async ({ clients }: HeldTwin, sub: string): Promise<Map<string, FileRow>> => {
  const query = {
    TableName: tables.files.name,
    ConsistentRead: true,
    KeyConditionExpression: 'UserId = :user',
    ExpressionAttributeValues: { ':user': sub },
  };
  const rows = new Map<string, FileRow>();
  for await (const { Items = [] } of paginateQuery({ client: clients().tables }, query)) {
    for (const item of Items) if (isRow(item)) rows.set(item.FileId, item);
  }
  return rows;
};

const isRow = (item: object): item is FileRow => 'FileId' in item && 'S3Key' in item && 'Status' in item;

/** A person's counted usage. */
export const countedOf = async ({ clients }: HeldTwin, UserId: string): Promise<Totals> => {
  const key = { TableName: tables.usage.name, Key: { UserId, Entry: 'TOTAL' }, ConsistentRead: true };
  return readTotals((await clients().tables.send(new GetCommand(key))).Item ?? {});
};

/** What storage holds of a person: versions by key and id, and open multipart uploads. */
export const storedOf = async ({ clients }: HeldTwin, sub: string) => {
  const Prefix = `uploads/${sub}/`;
  const { bytes } = clients();
  const { Versions = [], DeleteMarkers = [] } = await bytes.send(new ListObjectVersionsCommand({ Bucket, Prefix }));
  const { Uploads = [] } = await bytes.send(new ListMultipartUploadsCommand({ Bucket, Prefix }));
  const versions = [...Versions, ...DeleteMarkers].map(({ Key = '', VersionId = '' }) => `${Key} ${VersionId}`);
  return { versions: versions.sort(), uploads: Uploads.map(({ Key = '' }) => Key).sort() };
};

/** The bytes of the version that a row names. */
export const bytesBehind = async ({ clients }: HeldTwin, { S3Key: Key, VersionId }: FileRow): Promise<Buffer> => {
  const { Body } = await clients().bytes.send(new GetObjectCommand({ Bucket, Key, VersionId }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};

/** The number of bytes of the version that a row names. */
export const sizeBehind = async ({ clients }: HeldTwin, { S3Key: Key, VersionId }: FileRow): Promise<number> =>
  (await clients().bytes.send(new HeadObjectCommand({ Bucket, Key, VersionId }))).ContentLength ?? 0;
