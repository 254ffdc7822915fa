import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tables } from '../../../../config/table';
import { systemClock } from '../../../../local/clock';
import { openTables } from '../../../../local/dynamodb/openTables';
import { openFunctions } from '../../../../local/lambda/openFunctions';
import type { MappingDescription } from '../../../../local/lambda/triggers/eventSource';
import { startMapping } from '../../../../local/lambda/triggers/startMapping';
import { bundleScript } from '../../../../tools/bundle';

const TableName = tables.files.name;

/**
 * Tables with a mapping of their stream to a function with the given body, in which `names` are the batch's row names,
 * `records` the batch, and `tries` the number of calls so far. Each call is logged with the names it received.
 */
export const openMapping = async (body: string, changes: Partial<MappingDescription> & { directory?: string } = {}) => {
  const { directory, ...mapping } = changes;
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-mapping-'));
  const file = join(folder, 'index.mjs');
  await writeFile(
    file,
    `let tries = 0;
    export const handler = async ({ Records: records }) => {
      const names = records.map(({ dynamodb }) => dynamodb.Keys.FileId.S);
      const failed = (...which) => ({ batchItemFailures: records
        .filter((_, index) => which.includes(names[index]))
        .map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })) });
      tries += 1;
      console.log('batch ' + names.join(' '));
      ${body}
    }`,
  );
  const log: string[] = [];
  const dead: string[] = [];
  const say = (line: string): void => void log.push(line);
  const twin = await openTables({
    ...(directory === undefined ? {} : { directory }),
    tables: [tables.files],
    clock: systemClock,
    log: say,
  });
  const functions = openFunctions({
    functions: [
      { name: 'probe', file, environment: () => ({}), runtime: 'nodejs24.x', memoryMiB: 64, timeoutSeconds: 10 },
    ],
    script: await bundleScript('local/lambda/worker.ts'),
    clock: systemClock,
    log: say,
    concurrency: 1,
  });
  const source = await twin.openReader(TableName, 'probe');
  const start = () =>
    startMapping(
      {
        functionName: 'probe',
        batchSize: 10,
        batchingWindowMilliseconds: 0,
        maximumRetryAttempts: 2,
        bisectBatchOnFunctionError: true,
        reportBatchItemFailures: true,
        ...mapping,
      },
      {
        source,
        functions,
        onFailure: async (message) => void dead.push(message),
        clock: systemClock,
        log: say,
        pauseMilliseconds: 1,
      },
    );
  const put = (...names: string[]) =>
    twin.call('TransactWriteItems', {
      TransactItems: names.map((name) => ({
        Put: { TableName, Item: { UserId: { S: 'owner' }, FileId: { S: name } } },
      })),
    });
  const started: { mapping?: ReturnType<typeof start> } = {};
  const close = async (): Promise<void> => {
    await started.mapping?.close();
    await functions.close();
    await twin.close();
    await rm(folder, { recursive: true });
  };
  return {
    put,
    /** Starts the mapping; rows put before arrive in full batches. */
    start: () => {
      started.mapping = start();
      return started.mapping;
    },
    functions,
    source,
    log,
    /** The batches that the function was called with, in order. */
    batches: () => log.filter((line) => line.startsWith('probe: batch ')).map((line) => line.slice(13)),
    dead: () => dead.map((message) => JSON.parse(message)),
    /** The names of the records not yet taken. */
    left: async () => (await source.read(100)).map(({ dynamodb }) => dynamodb.Keys['FileId']),
    [Symbol.asyncDispose]: close,
  };
};
