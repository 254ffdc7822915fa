import { describe, expect, it } from 'vitest';
import { openMapping } from './openMapping';

const patience = { timeout: 10_000 };

describe('a mapping of a stream to a function', () => {
  it('hands over what is there in batches, in order, and takes it', async () => {
    await using mapping = await openMapping('return null;', { batchSize: 2 });
    await mapping.put('a', 'b', 'c');

    mapping.start();

    await expect.poll(mapping.batches, patience).toEqual(['a b', 'c']);
    await expect.poll(mapping.left, patience).toEqual([]);
  });

  it('hears of what comes later', async () => {
    await using mapping = await openMapping('return null;');
    mapping.start();

    await mapping.put('a');
    await expect.poll(mapping.batches, patience).toEqual(['a']);
    await mapping.put('b');

    await expect.poll(mapping.batches, patience).toEqual(['a', 'b']);
  });

  it('gathers what comes within its window', async () => {
    await using mapping = await openMapping('return null;', { batchingWindowMilliseconds: 1_000 });
    mapping.start();

    await mapping.put('a');
    await mapping.put('b');

    await expect.poll(mapping.batches, patience).toEqual(['a b']);
  });

  it('repeats a batch from the lowest reported record on', async () => {
    await using mapping = await openMapping("return tries === 1 ? failed('d', 'c') : null;");
    await mapping.put('a', 'b', 'c', 'd');

    mapping.start();

    await expect.poll(mapping.batches, patience).toEqual(['a b c d', 'c d']);
    await expect.poll(mapping.left, patience).toEqual([]);
    expect(mapping.dead()).toEqual([]);
  });

  it('repeats a whole batch for a report that makes no sense', async () => {
    await using mapping = await openMapping(
      "return tries === 1 ? { batchItemFailures: [{ itemIdentifier: '' }] } : null;",
      { bisectBatchOnFunctionError: false },
    );
    await mapping.put('a', 'b');

    mapping.start();

    await expect.poll(mapping.batches, patience).toEqual(['a b', 'a b']);
  });

  it('halves a batch on which the function fails, until the bad record is alone', async () => {
    await using mapping = await openMapping("if (names.includes('c')) throw new RangeError('bad'); return null;");
    await mapping.put('a', 'b', 'c', 'd', 'e');

    mapping.start();

    await expect.poll(mapping.batches, patience).toEqual(['a b c d e', 'a b c', 'a b', 'c', 'c', 'c', 'd e']);
    await expect.poll(mapping.left, patience).toEqual([]);
    expect(mapping.dead()).toHaveLength(1);
  });

  it('gives up a record that is reported each time, and nothing else', async () => {
    await using mapping = await openMapping("return names.includes('b') ? failed('b') : null;");
    await mapping.put('a', 'b', 'c', 'd');

    mapping.start();

    await expect.poll(mapping.left, patience).toEqual([]);
    await expect.poll(mapping.batches, patience).toEqual(['a b c d', 'b c d', 'b c', 'b', 'b', 'b', 'c', 'd']);
    expect(mapping.dead()).toHaveLength(1);
  });

  it('gives up a whole batch where batches are not halved', async () => {
    await using mapping = await openMapping("if (names.includes('a')) throw new RangeError('bad'); return null;", {
      bisectBatchOnFunctionError: false,
      maximumRetryAttempts: 1,
    });
    await mapping.put('a', 'b');

    mapping.start();
    await expect.poll(mapping.dead, patience).toHaveLength(1);
    await mapping.put('c');

    await expect.poll(mapping.batches, patience).toEqual(['a b', 'a b', 'c']);
    expect(mapping.dead()[0].DDBStreamBatchInfo.batchSize).toBe(2);
  });

  it('tells where the records are that it gave up, in the form of AWS', async () => {
    await using mapping = await openMapping("throw new RangeError('bad');", { maximumRetryAttempts: 1 });
    await mapping.put('a');
    const [record] = await mapping.source.read(1);

    mapping.start();

    await expect.poll(mapping.dead, patience).toEqual([
      {
        requestContext: {
          requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:probe',
          condition: 'RetryAttemptsExhausted',
          approximateInvokeCount: 2,
        },
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        version: '1.0',
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        DDBStreamBatchInfo: {
          shardId: mapping.source.shardId,
          startSequenceNumber: record?.dynamodb.SequenceNumber,
          endSequenceNumber: record?.dynamodb.SequenceNumber,
          approximateArrivalOfFirstRecord: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
          approximateArrivalOfLastRecord: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
          batchSize: 1,
          streamArn: record?.eventSourceARN,
        },
      },
    ]);
    await expect
      .poll(() => mapping.log.filter((line) => line.includes('given up')), patience)
      .toEqual(['probe was given up on 1 record(s) after 2 attempts (RangeError: bad).']);
  });

  it('waits for a function that is not there, without giving anything up', async () => {
    await using mapping = await openMapping('return null;', { maximumRetryAttempts: 0 });
    const described = mapping.functions.list();
    mapping.functions.replace([]);
    await mapping.put('a');
    mapping.start();

    mapping.functions.replace(described);

    await expect.poll(mapping.batches, patience).toEqual(['a']);
    expect(mapping.dead()).toEqual([]);
  });

  it('repeats after a restart what was under way when it was closed', async () => {
    await using mapping = await openMapping('if (tries === 1) await new Promise(() => {}); return null;');
    await mapping.put('a');
    const first = mapping.start();
    await expect.poll(mapping.batches, patience).toEqual(['a']);

    await first.close();
    expect(await mapping.left()).toEqual([{ S: 'a' }]);
    mapping.functions.replace(mapping.functions.list()); // the old environment never ends
    mapping.start();

    await expect.poll(mapping.batches, patience).toEqual(['a', 'a']);
  });
});
