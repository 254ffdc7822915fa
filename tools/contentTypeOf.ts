import { lookup } from 'mrmime';
import { limits } from '../config/limits';
import { acceptedType } from '../schema/requests/acceptedType';

/** The media type to upload a file as, by its extension. */
export const contentTypeOf = (name: string): string => acceptedType(lookup(name) ?? '', limits.allowedContentTypes);
