/**
 * Run as a separate process with a file size limit: writes rows into a folder until that fails, tries once more, and
 * prints the responses and the log.
 */
import { filesTable } from './filesTable';
import { systemClock } from '../../../local/clock';
import { openTables } from '../../../local/dynamodb/openTables';

const [directory = ''] = process.argv.slice(2);
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const { call, close } = await openTables({
  directory,
  tables: [filesTable],
  clock: systemClock,
  log: (line) => print(`log ${line}`),
});

const put = async (name: string): Promise<boolean> => {
  const Item = { UserId: { S: 'owner' }, FileId: { S: name }, Text: { S: 'x'.repeat(100_000) } };
  try {
    await call('PutItem', { TableName: filesTable.name, Item });
    print(`written ${name}`);
    return true;
  } catch (error) {
    print(`failed ${error instanceof Error ? error.name : String(error)}`);
    return false;
  }
};

for (let count = 0; await put(`f${count}`); count += 1);
await put('after');
await close();
