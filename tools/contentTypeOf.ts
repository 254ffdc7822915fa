import { lookup } from 'mrmime';
import { limits } from '../config/limits';
import { acceptedType } from '../schema/requests/acceptedType';

/** The type to upload a file as, by the ending of its name. */
export const contentTypeOf = (name: string): string => acceptedType(lookup(name) ?? '', limits.allowedContentTypes);
