/**
 * Run as a separate process: writes rows and transactions into a folder, a few at a time, and prints a line for each
 * response (`single 3`, `whole 4`), until it is killed.
 */
import { filesTable } from './filesTable';
import { systemClock } from '../../../local/clock';
import { openTables } from '../../../local/dynamodb/openTables';

const [directory = '', run = ''] = process.argv.slice(2);
const TableName = filesTable.name;
const { call } = await openTables({
  directory,
  tables: [filesTable],
  clock: systemClock,
});

const row = (UserId: string, FileId: string) => ({
  UserId: { S: UserId },
  FileId: { S: FileId },
  UploadedAt: { S: FileId },
  FileNameKey: { S: 'x'.repeat(300) },
});

const writeSingle = (name: string) => call('PutItem', { TableName, Item: row('single', name) });

const writeWhole = (name: string) =>
  call('TransactWriteItems', {
    TransactItems: ['a', 'b', 'c', 'd', 'e'].map((part) => ({ Put: { TableName, Item: row(`part-${part}`, name) } })),
  });

const keepWriting = async (writer: number): Promise<never> => {
  for (let count = 0; ; count += 1) {
    const name = `${run}-${writer}-${count}`;
    const kind = count % 2 === 0 ? 'single' : 'whole';
    await (kind === 'single' ? writeSingle(name) : writeWhole(name));
    process.stdout.write(`${kind} ${name}\n`);
  }
};

await Promise.all(Array.from({ length: 8 }, (_, writer) => keepWriting(writer)));
