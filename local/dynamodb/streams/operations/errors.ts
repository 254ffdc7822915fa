import { InvalidRequest, TableError } from '../../errors';

/** The stream does not exist. */
export class StreamNotFound extends TableError {
  constructor(streamArn: string) {
    super('ResourceNotFoundException', `Requested resource not found: Stream: ${streamArn} not found`);
  }
}

/** The stream has no such shard. */
export class ShardNotFound extends TableError {
  constructor(shardId: string, streamArn: string) {
    super(
      'ResourceNotFoundException',
      `Requested resource not found: Shard: ${shardId} in Stream: ${streamArn} not found`,
    );
  }
}

/** The position is before the oldest record kept. */
export class RecordsTrimmed extends TableError {
  constructor() {
    super(
      'TrimmedDataAccessException',
      'The operation attempted to read past the oldest stream record in a shard: records are kept for 24 hours.',
    );
  }
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetShardIterator.html */
export class IteratorExpired extends TableError {
  constructor() {
    super('ExpiredIteratorException', 'The shard iterator has expired: it is good for 15 minutes.');
  }
}

/** The shard iterator is malformed. */
export class IteratorInvalid extends InvalidRequest {
  constructor() {
    super('Invalid ShardIterator');
  }
}

/** The table has no stream. */
export class NoStream extends TableError {
  constructor(table: string) {
    super('ResourceNotFoundException', `Requested resource not found: the table ${table} has no stream`);
  }
}
