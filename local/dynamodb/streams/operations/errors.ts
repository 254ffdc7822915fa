import { InvalidRequest, TableError } from '../../errors';

/** A stream that is not there. */
export class StreamNotFound extends TableError {
  constructor(streamArn: string) {
    super('ResourceNotFoundException', `Requested resource not found: Stream: ${streamArn} not found`);
  }
}

/** A shard that its stream does not have. */
export class ShardNotFound extends TableError {
  constructor(shardId: string, streamArn: string) {
    super(
      'ResourceNotFoundException',
      `Requested resource not found: Shard: ${shardId} in Stream: ${streamArn} not found`,
    );
  }
}

/** A position before the oldest record that is kept. */
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

/** A text that is no shard iterator of ours. */
export class IteratorInvalid extends InvalidRequest {
  constructor() {
    super('Invalid ShardIterator');
  }
}

/** A table whose changes are not told. */
export class NoStream extends TableError {
  constructor(table: string) {
    super('ResourceNotFoundException', `Requested resource not found: the table ${table} has no stream`);
  }
}
