import type { Node } from '../body/readDocument';
import { invalidArgument, S3Error } from '../errors';
import type { Tag } from '../store/version';
import type { Headers } from '../wire/headers';

const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Validates tags by the rules of https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
const readTags = (tags: readonly Tag[]): Tag[] => {
  if (tags.length > 10) throw new S3Error('BadRequest', { message: 'Object tags cannot be greater than 10' });
  const repeated = repeatedKey(tags);
  if (repeated !== undefined) throw invalid('Cannot provide multiple Tags with the same key', repeated);
  for (const { key, value } of tags) {
    if (key.startsWith('aws:')) throw invalid('Your TagKey cannot be prefixed with aws:', key);
    if (key === '' || key.length > 128 || !allowed.test(key))
      throw invalid('The TagKey you have provided is invalid', key);
    if (value.length > 256 || !allowed.test(value))
      throw invalid('The TagValue you have provided is invalid', key, { TagValue: value });
  }
  return [...tags];
};

/** The tags of a Tagging element. */
export const readTagging = (tagging: Node): Tag[] =>
  readTags(tagging.children('TagSet').flatMap((set) => set.children('Tag').map(readTag)));

const readTag = (tag: Node): Tag => {
  const key = tag.text('Key');
  const value = tag.text('Value');
  if (key === undefined || value === undefined) throw new S3Error('MalformedXML');
  return { key, value };
};

/** The tags in `x-amz-tagging`, which is encoded like a query string; InvalidArgument if it is malformed. */
export const readTaggingHeader = (headers: Headers): Tag[] => {
  const header = headers.get('x-amz-tagging') ?? '';
  const tags = [...new URLSearchParams(header)].map(([key, value]) => ({ key, value }));
  const isMalformed = header.split('&').some((pair) => pair.split('=').length > 2);
  if (!isMalformed && repeatedKey(tags) === undefined) return readTags(tags);
  throw invalidArgument(
    'x-amz-tagging',
    header,
    "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
  );
};

const repeatedKey = (tags: readonly Tag[]): string | undefined => {
  const keys = tags.map(({ key }) => key);
  return keys.find((key, index) => keys.indexOf(key) !== index);
};

const invalid = (message: string, TagKey: string, details: { readonly TagValue?: string } = {}): S3Error =>
  new S3Error('InvalidTag', { message, details: { TagKey, ...details } });
