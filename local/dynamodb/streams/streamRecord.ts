import type { Cause, RowChange } from '../changes/rowChange';
import { account } from '../dynalite/createStore';
import { tableRules } from '../dynalite/engine';
import { isJsonObject, type JsonObject } from '../../json';
import type { Table } from '../tables/table';

/**
 * A change of a row, as in a Lambda event.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion: '1.1';
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  readonly dynamodb: {
    /** Epoch seconds. */
    readonly ApproximateCreationDateTime: number;
    readonly Keys: JsonObject;
    readonly NewImage?: JsonObject;
    readonly OldImage?: JsonObject;
    /** Increases from record to record, as a number and as a string. */
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: 'NEW_AND_OLD_IMAGES';
  };
  /** Present if time to live removed the row. */
  readonly userIdentity?: { readonly type: 'Service'; readonly principalId: 'dynamodb.amazonaws.com' };
}

interface Occasion {
  readonly eventID: string;
  readonly sequenceNumber: string;
  readonly seconds: number;
  readonly cause: Cause;
}

/** The record of one change. */
export const streamRecordOf = ({ table, before, after }: RowChange, occasion: Occasion): StreamRecord => {
  const Keys = keysOf(table, after ?? before ?? {});
  const images = [Keys, before, after].filter((image) => image !== undefined);
  return {
    eventID: occasion.eventID,
    eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: account.awsRegion,
    eventSourceARN: streamArnOf(table),
    dynamodb: {
      ApproximateCreationDateTime: occasion.seconds,
      Keys,
      ...(after === undefined ? {} : { NewImage: after }),
      ...(before === undefined ? {} : { OldImage: before }),
      SequenceNumber: occasion.sequenceNumber,
      SizeBytes: images.reduce((sum, image) => sum + tableRules.itemSize(image), 0),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
    ...(occasion.cause === 'timeToLive'
      ? { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }
      : {}),
  };
};

/** Parses a stored record. */
export const readStreamRecord = (text: string): StreamRecord => {
  const value: unknown = JSON.parse(text);
  if (!isStreamRecord(value)) throw new TypeError('a stored stream record is none');
  return value;
};

const isStreamRecord = (value: unknown): value is StreamRecord =>
  isJsonObject(value) && typeof value['eventID'] === 'string' && isJsonObject(value['dynamodb']);

/** A stream's label is the time it was enabled: here, when its table was created. */
export const streamLabelOf = ({ CreationDateTime }: Table): string =>
  new Date(CreationDateTime * 1000).toISOString().replace('Z', '');

/** The ARN of a table's stream. */
export const streamArnOf = (table: Table): string => `${table.TableArn}/stream/${streamLabelOf(table)}`;

/** The members of DescribeTable that describe a table's stream. */
export const streamDescriptionOf = (table: Table): JsonObject => ({
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  LatestStreamLabel: streamLabelOf(table),
  LatestStreamArn: streamArnOf(table),
});

const keysOf = ({ KeySchema }: Table, row: JsonObject): JsonObject =>
  Object.fromEntries(KeySchema.map(({ AttributeName }) => [AttributeName, row[AttributeName]]));
