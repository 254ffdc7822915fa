import { tables as descriptions } from '../../config/table';
import { systemClock } from '../../local/clock';
import { openTables, type OpenTables } from '../../local/dynamodb/openTables';

const TableName = descriptions.files.name;
const rowsAtOnce = 200;

/** The twin's files table, with `count` AVAILABLE files of one person. */
export const openFilesTable = async (count: number): Promise<OpenTables> => {
  const tables = await openTables({ tables: [descriptions.files], clock: systemClock });
  for (let first = 0; first < count; first += rowsAtOnce) {
    const wanted = Array.from({ length: Math.min(rowsAtOnce, count - first) }, (_, at) => rowOf(first + at));
    await Promise.all(wanted.map((Item) => tables.call('PutItem', { TableName, Item })));
  }
  return tables;
};

/** Reads a page of 50, the newest first, from where `after` files are newer. */
export const readPage = async (tables: OpenTables, after: number): Promise<void> => {
  const { UserId, FileId, UploadedKey } = rowOf(after);
  const { Items } = await tables.call('Query', {
    TableName,
    IndexName: 'UploadedAtIndex',
    ConsistentRead: true,
    ScanIndexForward: true,
    Limit: 50,
    KeyConditionExpression: 'UserId = :owner AND UploadedKey BETWEEN :from AND :until',
    ExpressionAttributeValues: { ':owner': UserId, ':from': { S: 'A#' }, ':until': { S: 'A#~' } },
    ExclusiveStartKey: { UserId, FileId, UploadedKey },
  });
  if (!Array.isArray(Items) || Items.length !== 50) throw new Error('A page of the list is not full.');
};

const rowOf = (at: number) => {
  const number = String(at).padStart(8, '0');
  const uploaded = new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString();
  return {
    UserId: { S: 'owner' },
    FileId: { S: `F${number}` },
    FileName: { S: `photo ${number}.png` },
    S3Key: { S: `uploads/owner/${number}` },
    Size: { N: String(at + 1) },
    ContentType: { S: 'image/png' },
    Status: { S: 'AVAILABLE' },
    CreatedAt: { S: uploaded },
    UploadedAt: { S: uploaded },
    UpdatedAt: { S: uploaded },
    Extra: { S: 'null' },
    Version: { N: '1' },
    VersionId: { S: 'v1' },
    UploadedKey: { S: `A#${uploaded}` },
    NameKey: { S: `A#photo ${number}.png` },
    SizeKey: { S: `A#${String(at + 1).padStart(16, '0')}` },
    TypeKey: { S: `A#image/png#${uploaded}` },
  };
};
