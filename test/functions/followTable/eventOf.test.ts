import { describe, expect, it } from 'vitest';
import { eventOf } from '../../../functions/followTable/eventOf';
import type { FileStatus } from '../../../schema/generated/types';

const row = (Status: FileStatus) => ({ UserId: 'u', FileId: 'f', S3Key: 'k', Size: 1, Status });

describe('eventOf', () => {
  it.each([
    ['PENDING', 'AVAILABLE', 'UPLOADED'],
    ['PENDING', 'REJECTED', 'REJECTED'],
    ['AVAILABLE', 'AVAILABLE', 'CHANGED'],
    ['AVAILABLE', 'TRASHED', 'TRASHED'],
    ['AVAILABLE', 'REJECTED', 'REJECTED'],
    ['TRASHED', 'AVAILABLE', 'RESTORED'],
    ['PENDING', 'PENDING', null],
  ] as const)('%s to %s is %s', (before, after, type) => {
    expect(eventOf({ before: row(before), after: row(after) })).toBe(type);
  });

  it('says nothing of a pending row that begins or ends', () => {
    expect(eventOf({ before: undefined, after: row('PENDING') })).toBeNull();
    expect(eventOf({ before: row('PENDING'), after: undefined })).toBeNull();
  });

  it.each(['AVAILABLE', 'TRASHED', 'REJECTED'] as const)('says that a row that was %s is DELETED', (status) => {
    expect(eventOf({ before: row(status), after: undefined })).toBe('DELETED');
  });
});
