import { marshall } from '@aws-sdk/util-dynamodb';
import type { FileStatus } from '../../../schema/generated/types';

export interface TestRow {
  readonly UserId: string;
  readonly FileId: string;
  readonly Size: number;
  readonly Status: FileStatus;
}

/** A complete row, as resolvers write it. */
export const rowOf = (row: TestRow) => ({
  FileName: 'a.txt',
  ContentType: 'text/plain',
  S3Key: `uploads/${row.UserId}/${row.FileId}`,
  CreatedAt: '2026-11-25T08:00:00.000Z',
  UpdatedAt: '2026-11-25T08:00:00.000Z',
  Version: 1,
  Extra: 'null',
  ...row,
});

/** A stream record of a change, as Lambda delivers it. */
export const recordOf = (sequence: number, before: TestRow | undefined, after: TestRow | undefined) => {
  const { UserId, FileId } = after ?? before ?? { UserId: '', FileId: '' };
  return {
    eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
    dynamodb: {
      ApproximateCreationDateTime: 1_800_000_000,
      SequenceNumber: String(sequence).padStart(21, '1'),
      Keys: marshall({ UserId, FileId }),
      ...(before === undefined ? {} : { OldImage: marshall(rowOf(before)) }),
      ...(after === undefined ? {} : { NewImage: marshall(rowOf(after)) }),
    },
  };
};
