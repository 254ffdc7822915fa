import { util, type Context } from '@aws-appsync/utils';
import { refuse } from './refuse';

// RFC 6838: type "/" subtype, restricted names; no parameters.
const mediaType = '^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\\z';

/** The media type in lower case; refuses with CONTENT_TYPE_NOT_ALLOWED. */
export const readContentType = (ctx: Context, given: string | null | undefined): string => {
  const type = (given ?? 'application/octet-stream').toLowerCase();
  const patterns = ctx.env['ALLOWED_CONTENT_TYPES']?.split(',') ?? [];
  const isAllowed = patterns.some((pattern) =>
    pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern,
  );
  if (!isAllowed || !util.matches(mediaType, type)) {
    refuse('CONTENT_TYPE_NOT_ALLOWED', 'The content type is malformed or not one that this API takes.');
  }
  return type;
};
