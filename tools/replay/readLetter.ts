import { memberOf } from '../memberOf';

/** A dead letter: the function whose retries ran out, and the position of its records in the stream. */
export interface Letter {
  readonly functionArn: string;
  readonly streamArn: string;
  readonly shardId: string;
  readonly startSequenceNumber: string;
  readonly endSequenceNumber: string;
  readonly batchSize: number;
}

/**
 * Reads a message of an on-failure destination; undefined if it is not about a table's stream.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export const readLetter = (text: string): Letter | undefined => {
  const message = parse(text);
  const letter = {
    functionArn: memberOf(memberOf(message, 'requestContext'), 'functionArn'),
    ...Object.fromEntries(batchMembers.map((name) => [name, memberOf(memberOf(message, 'DDBStreamBatchInfo'), name)])),
  };
  return isLetter(letter) ? letter : undefined;
};

const batchMembers = ['streamArn', 'shardId', 'startSequenceNumber', 'endSequenceNumber', 'batchSize'] as const;

const isLetter = (value: object): value is Letter =>
  ['functionArn', ...batchMembers].every(
    (name) => typeof memberOf(value, name) === (name === 'batchSize' ? 'number' : 'string'),
  );

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON, so not a dead letter
  }
};
