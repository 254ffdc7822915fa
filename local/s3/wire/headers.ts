import { S3Error } from '../errors';

/** Request headers by lower-case name; repeated ones are joined by commas, as SigV4 signs them. */
export type Headers = ReadonlyMap<string, string>;

const once = new Set(['authorization', 'content-length', 'host', 'range', 'x-amz-content-sha256', 'x-amz-date']);

/** Reads Node's raw header list; InvalidArgument if a header of `once` is repeated. */
export const readHeaders = (rawHeaders: readonly string[]): Headers => {
  const headers = new Map<string, string>();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    const value = rawHeaders[index + 1] ?? '';
    const earlier = headers.get(name);
    if (earlier !== undefined && once.has(name)) {
      throw new S3Error('InvalidArgument', { message: `The header ${name} may be given only once.` });
    }
    headers.set(name, earlier === undefined ? value : `${earlier},${value}`);
  }
  return headers;
};
