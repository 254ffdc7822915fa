import { isJsonObject } from '../../json';
import { IteratorInvalid } from './errors';

/** A place in a shard from which to read on. */
export interface ShardIterator {
  readonly streamArn: string;
  /** The sequence number before the first record that is to be read. */
  readonly after: string;
  /** When it was made: milliseconds since 1970. */
  readonly madeAt: number;
}

/** The text that clients hand back unread. // DynamoDB's spelling: the stream, `1`, and something opaque */
export const formatIterator = ({ streamArn, after, madeAt }: ShardIterator): string =>
  `${streamArn}|1|${Buffer.from(JSON.stringify({ after, madeAt })).toString('base64')}`;

/** Reads such a text, or throws IteratorInvalid. */
export const parseIterator = (text: string): ShardIterator => {
  const [streamArn = '', version, opaque = ''] = text.split('|');
  const place = version === '1' ? parse(Buffer.from(opaque, 'base64').toString()) : undefined;
  const { after, madeAt } = isJsonObject(place) ? place : {};
  if (typeof after !== 'string' || typeof madeAt !== 'number') throw new IteratorInvalid();
  return { streamArn, after, madeAt };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new IteratorInvalid();
  }
};
