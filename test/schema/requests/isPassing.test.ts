import { describe, expect, it } from 'vitest';
import { Refused } from '../../../schema/requests/errors';
import { isFailure, isPassing } from '../../../schema/requests/isPassing';

describe('whether an error passes, and leaves in doubt how far the request got', () => {
  it.each([
    ['BUSY', { passes: true, leavesDoubt: false }],
    ['Lambda:Unhandled', { passes: true, leavesDoubt: true }],
    ['DynamoDB:ProvisionedThroughputExceededException', { passes: true, leavesDoubt: true }],
    ['ExecutionTimeout', { passes: true, leavesDoubt: true }],
    ['OBJECT_MISSING', { passes: false, leavesDoubt: false }],
    ['Unauthorized', { passes: false, leavesDoubt: false }],
  ])('%s', (errorType, { passes, leavesDoubt }) => {
    const error = new Refused(errorType, '');

    expect([isPassing(error), isFailure(error)]).toStrictEqual([passes, leavesDoubt]);
  });
});
