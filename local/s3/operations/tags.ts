import { S3Error } from '../errors';
import type { Tag } from '../store/version';

const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Validates tags by https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
export const readTags = (tags: readonly Tag[]): Tag[] => {
  if (tags.length > 10) throw new S3Error('BadRequest', { message: 'Object tags cannot be greater than 10' });
  if (new Set(tags.map(({ key }) => key)).size !== tags.length) {
    throw new S3Error('InvalidTag', { message: 'Cannot provide multiple Tags with the same key' });
  }
  for (const { key, value } of tags) {
    if (key.startsWith('aws:')) throw invalid('Your TagKey cannot be prefixed with aws:', key);
    if (key === '' || key.length > 128 || !allowed.test(key))
      throw invalid('The TagKey you have provided is invalid', key);
    if (value.length > 256 || !allowed.test(value)) throw invalid('The TagValue you have provided is invalid', key);
  }
  return [...tags];
};

const invalid = (message: string, TagKey: string): S3Error =>
  new S3Error('InvalidTag', { message, details: { TagKey } });
