import { isJsonObject } from '../../../json';
import { IteratorInvalid } from './errors';

/** A position in a shard. */
export interface ShardIterator {
  readonly streamArn: string;
  /** Reading begins after this sequence number. */
  readonly after: string;
  /** When the iterator was created, in milliseconds since 1970. */
  readonly madeAt: number;
}

/** The string that clients pass back. As on DynamoDB: the stream's ARN, `1`, and an opaque part. */
export const formatIterator = ({ streamArn, after, madeAt }: ShardIterator): string =>
  `${streamArn}|1|${Buffer.from(JSON.stringify({ after, madeAt })).toString('base64')}`;

/** Parses such a string, or throws IteratorInvalid. */
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
