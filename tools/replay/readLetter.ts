/** Where the records are that a function was given up on, and which function that is. */
export interface Letter {
  readonly functionArn: string;
  readonly streamArn: string;
  readonly shardId: string;
  readonly startSequenceNumber: string;
  readonly endSequenceNumber: string;
  readonly batchSize: number;
}

/**
 * Reads the message of an on-failure destination; undefined when it is none of a table's stream.
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

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // whatever it is, it is no letter
  }
};
