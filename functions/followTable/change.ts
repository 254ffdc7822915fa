import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { readFileRow, type FileRow } from '../shared/fileRow';

/** A record of the table's stream. https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html */
export interface StreamRecord {
  readonly dynamodb: {
    readonly SequenceNumber: string;
    /** Epoch seconds. */
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Record<string, AttributeValue>;
    readonly OldImage?: Record<string, AttributeValue>;
    readonly NewImage?: Record<string, AttributeValue>;
  };
}

/** What happened to a row. */
export type Change = {
  /** ISO 8601, to the second. */
  readonly at: string;
} & (
  | { readonly before: undefined; readonly after: FileRow }
  | { readonly before: FileRow; readonly after: FileRow | undefined }
);

/** Parses a stream record as a change of a file's row; throws NotAFileRow if an image is not such a row. */
export const changeOf = ({ dynamodb }: StreamRecord): Change => {
  const { OldImage, NewImage, ApproximateCreationDateTime } = dynamodb;
  const at = new Date(ApproximateCreationDateTime * 1000).toISOString();
  const after = NewImage && readFileRow(unmarshall(NewImage));
  if (OldImage) return { at, before: readFileRow(unmarshall(OldImage)), after };
  return { at, before: undefined, after: after ?? readFileRow({}) };
};
