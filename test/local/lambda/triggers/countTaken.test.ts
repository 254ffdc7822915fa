import { describe, expect, it } from 'vitest';
import { countTaken } from '../../../../local/lambda/triggers/countTaken';

const records = ['1', '2', '3'].map((SequenceNumber) => ({
  eventSourceARN: 'arn',
  dynamodb: { SequenceNumber, ApproximateCreationDateTime: 0 },
}));

const taken = (payload: unknown, reportBatchItemFailures = true): number =>
  countTaken({ ok: true, payload }, { records, reportBatchItemFailures });

const failed = (...identifiers: unknown[]) => ({
  batchItemFailures: identifiers.map((itemIdentifier) => ({ itemIdentifier })),
});

describe('countTaken', () => {
  it.each([
    ['nothing', null],
    ['an empty object', {}],
    ['an empty list', { batchItemFailures: [] }],
    ['no list', { batchItemFailures: null }],
    ['something else', { done: true }],
  ])('takes all when the function answers %s', (_case, payload) => {
    expect(taken(payload)).toBe(3);
  });

  it.each([
    ['the second', failed('2'), 1],
    ['the second and the third, in any order', failed('3', '2'), 1],
    ['the first', failed('1'), 0],
    ['the last', failed('3'), 2],
  ])('takes what comes before the first reported: %s', (_case, payload, count) => {
    expect(taken(payload)).toBe(count);
  });

  it.each([
    ['an empty identifier', failed('')],
    ['an identifier of null', failed(null)],
    ['an identifier of another batch', failed('9')],
    ['a right one beside a wrong one', failed('3', '9')],
    ['a misspelt key', { batchItemFailures: [{ sequenceNumber: '2' }] }],
    ['a list that is none', { batchItemFailures: 'all' }],
    ['a text', 'done'],
  ])('takes none for a report of %s', (_case, payload) => {
    expect(taken(payload)).toBe(0);
  });

  it('takes none when the function fails, and all when reports do not count', () => {
    expect(
      countTaken({ ok: false, errorType: 'Error', errorMessage: '' }, { records, reportBatchItemFailures: true }),
    ).toBe(0);
    expect(taken(failed('1'), false)).toBe(3);
  });
});
